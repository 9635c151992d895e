// Only what a comparison of page builds needs; everything else is as Eleventy has it.
// Bodies are plain Markdown and HTML: they are not read as templates first. What goes by an id is
// a global of the templates: as Eleventy's own data it would be merged anew for each page.
import { readFileSync } from "node:fs";

const register = JSON.parse(readFileSync("register.json", "utf8"));

export default function (config) {
  config.setUseGitIgnore(false);
  config.addPassthroughCopy({ static: "/" });
  for (const [name, entries] of Object.entries(register)) {
    config.addNunjucksGlobal(name, entries);
  }
  return {
    dir: { input: "content", includes: "../_includes", output: "site" },
    templateFormats: ["md", "html"],
    markdownTemplateEngine: false,
    htmlTemplateEngine: false,
  };
}
