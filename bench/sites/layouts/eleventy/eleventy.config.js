/* A site of Markdown files, with a list of topics on every page. */
module.exports = (config) => {
  config.addCollection("topics", (all) => all.getFilteredByGlob("docs/topic-*/index.md"));
  return { dir: { input: "docs", includes: "../_includes", output: "_site" } };
};
