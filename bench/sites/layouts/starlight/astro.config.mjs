/* Starlight as it comes, in Chinese, with the topics at its side. */
import starlight from "@astrojs/starlight";
import { defineConfig } from "astro/config";
import sidebar from "./sidebar.json" with { type: "json" };

export default defineConfig({
  site: "https://bench.example",
  cacheDir: "./.cache", // else it is kept among the packages
  integrations: [starlight({ title: "量一量", locales: { root: { label: "简体中文", lang: "zh-CN" } }, sidebar })],
});
