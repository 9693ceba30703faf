import { crx, type ManifestV3Export } from '@crxjs/vite-plugin'
import { minifySync, type Plugin } from 'vite'
import { defineConfig } from 'vitest/config'
import manifest from './manifest.json' with { type: 'json' }

export const targets = ['chrome', 'firefox', 'edge'] as const
export type Target = (typeof targets)[number]

/** One manifest.json, three stores: Firefox has an event page, Edge refuses keys that only Chrome knows. */
export function manifestFor(target: Target): ManifestV3Export {
  const { browser_specific_settings, minimum_chrome_version, background, ...common } = manifest
  return (
    target === 'firefox'
      ? {
          ...common,
          background: { scripts: [background.service_worker], type: 'module' },
          browser_specific_settings,
        }
      : { ...common, background, minimum_chrome_version }
  ) as ManifestV3Export
}

/** Of a language file only the texts are shipped in code: `{ name: "text with {placeholder}" }`. */
function catalogues(): Plugin {
  return {
    name: 'catalogues',
    enforce: 'pre',
    transform: {
      filter: { id: /_locales[\\/][\w-]+[\\/]messages\.json$/ },
      handler(code) {
        const messages = JSON.parse(code) as Record<string, { message: string }>
        const texts = Object.entries(messages).map(([name, { message }]) => [
          name,
          message.replace(/\$(\w+)\$/g, (_, placeholder: string) => `{${placeholder.toLowerCase()}}`),
        ])
        return {
          code: `export default ${JSON.stringify(Object.fromEntries(texts), null, 1)}`,
          map: null,
          moduleType: 'js',
        }
      },
    },
  }
}

/** Takes Preact's only innerHTML sink out of the package: dangerouslySetInnerHTML cannot work, and no linter asks. */
function noInnerHtml(): Plugin {
  const sink = /\(\w+\.innerHTML=\w+\.__html\)/g
  return {
    name: 'no-inner-html',
    apply: 'build',
    transform: {
      filter: { id: /\/preact\/dist\/preact\.mjs$/ },
      handler(code) {
        const found = code.match(sink)?.length ?? 0
        if (found !== 1)
          throw new Error(`preact has ${found} innerHTML sinks, expected 1: look at noInnerHtml again`)
        return { code: code.replace(sink, '(void 0)'), map: null }
      },
    },
  }
}

/** The content script runs on every page of Seller Central: it is shipped readable, but without its comments. */
function contentWithoutComments(): Plugin {
  return {
    name: 'content-without-comments',
    enforce: 'post',
    apply: 'build',
    generateBundle(_, bundle) {
      for (const file of Object.values(bundle)) {
        if (file.type !== 'asset' || !file.fileName.endsWith('.iife.js')) continue
        const codegen = { removeWhitespace: false }
        file.source = minifySync(file.fileName, String(file.source), {
          compress: false,
          mangle: false,
          codegen,
        }).code
      }
    },
  }
}

// `vite build --mode firefox` builds for Firefox; `npm run build` builds all three.
export default defineConfig(({ mode }) => {
  const target = targets.find((name) => name === mode) ?? 'chrome'
  return {
    publicDir: 'assets',
    build: {
      outDir: `dist/${target}`,
      emptyOutDir: true,
      target: target === 'firefox' ? 'firefox140' : 'chrome130',
      // The stores' reviewers read what ships.
      minify: false,
      modulePreload: false,
      sourcemap: false,
    },
    plugins:
      mode === 'test'
        ? [catalogues()]
        : [
            catalogues(),
            noInnerHtml(),
            crx({
              manifest: manifestFor(target),
              browser: target === 'firefox' ? 'firefox' : 'chrome',
              contentScripts: { standaloneFiles: ['src/content/content.iife.ts'] },
            }),
            contentWithoutComments(),
          ],
    test: {
      projects: [
        {
          extends: true,
          test: {
            name: 'unit',
            include: ['test/**/*.test.{ts,tsx}'],
            exclude: ['test/e2e/**', 'test/build.test.ts'],
          },
        },
        {
          extends: true,
          test: {
            name: 'build',
            include: ['test/build.test.ts'],
          },
        },
        {
          extends: true,
          test: {
            name: 'e2e',
            // The practice site's style sheet, which vitest would leave empty.
            css: true,
            include: ['test/e2e/**/*.test.ts'],
            fileParallelism: false,
            testTimeout: 60_000,
            hookTimeout: 60_000,
          },
        },
      ],
    },
  }
})
