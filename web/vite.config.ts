import { svelte } from "@sveltejs/vite-plugin-svelte";
import { defineConfig } from "vite";

export default defineConfig({
  plugins: [svelte()],
  build: {
    outDir: process.env.BOCAGE_PAGES ?? "dist",
    emptyOutDir: true,
    modulePreload: false, // its polyfill is an inline script, which the policy refuses
    assetsInlineLimit: 0,
  },
});
