/* For languages whose forms nobody has described: letters without their marks, no vowels at the end, the first five. */
var PlainStemmer = function () {
  this.stemWord = (word) => {
    if (/\d/.test(word)) return word;
    const bare = unmarked(word);
    const cut = bare.replace(/[aeiouyаеиоуыэюяєі]+$/, "");
    return (cut.length < 3 ? bare : cut).slice(0, 5);
  };
};
