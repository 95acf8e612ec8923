/* For languages whose forms nobody has described: letters without their marks, no vowels at the end, the first five. */
var PlainStemmer = function () {
  const OTHER = { "ł": "l", "đ": "d", "ð": "d", "ø": "o", "ħ": "h", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th" };
  this.stemWord = (word) => {
    if (/\d/.test(word)) return word;
    const bare = word.normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/[łđðøħıßæœþ]/g, (letter) => OTHER[letter]);
    const cut = bare.replace(/[aeiouyаеиоуыэюяєі]+$/, "");
    return (cut.length < 3 ? bare : cut).slice(0, 5);
  };
};
