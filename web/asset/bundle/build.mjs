// Brings what the pages take from npm into the folders that Go embeds. What it
// writes is checked in; run it (make assets) when package.json changes.
import {build} from 'esbuild';
import {copyFile, mkdir, readdir, readFile, writeFile} from 'node:fs/promises';
import {createRequire} from 'node:module';
import wawoff2 from 'wawoff2';

const resolve = createRequire(import.meta.url).resolve;
const files = '../files';
const card = '../../card/fonts';
const axe = '../../testdata';

const fonts = [
  {name: 'source-serif-4', styles: ['400-normal', '400-italic', '600-normal']},
  {name: 'source-sans-3', styles: ['400-normal', '600-normal']},
];
// The social cards are drawn by Go, which reads fonts unpacked.
const drawn = ['source-serif-4-latin-600-normal', 'source-serif-4-latin-ext-600-normal', 'source-sans-3-latin-400-normal', 'source-sans-3-latin-ext-400-normal'];

for (const folder of [files, card, axe]) await mkdir(folder, {recursive: true});

for (const {name, styles} of fonts) {
  await copyFile(resolve(`@fontsource/${name}/LICENSE`), `${files}/${name}-LICENSE.txt`);
  for (const style of styles) {
    for (const script of ['latin', 'latin-ext']) {
      const file = `${name}-${script}-${style}`;
      const packed = await readFile(resolve(`@fontsource/${name}/files/${file}.woff2`));
      await writeFile(`${files}/${file}.woff2`, packed);
      if (drawn.includes(file)) await writeFile(`${card}/${file}.ttf`, await wawoff2.decompress(packed));
    }
  }
}

const {metafile} = await build({
  entryPoints: ['chart.js'],
  bundle: true,
  minify: true,
  format: 'iife',
  target: 'es2022',
  legalComments: 'none',
  metafile: true,
  banner: {js: '/* Vega, Vega-Lite and vega-interpreter: BSD-3-Clause, University of Washington Interactive Data Lab */'},
  outfile: `${files}/chart.js`,
});

// The licences of all that went into the script, which is served without them.
const packages = [...new Set(Object.keys(metafile.inputs).map((file) => file.match(/^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//)?.[1]).filter(Boolean))].sort();
const notices = [];
for (const folder of packages) {
  const {name, version, license} = JSON.parse(await readFile(`${folder}/package.json`));
  const file = (await readdir(folder)).find((name) => /^(licen[cs]e|copying)/i.test(name));
  const text = file ? await readFile(`${folder}/${file}`, 'utf8') : `It comes without a licence text; its package says: ${license}.`;
  notices.push(`${name} ${version}\n\n${text.trim()}\n`);
}
await writeFile(`${files}/chart-LICENSE.txt`, notices.join('\n--------\n\n'));

await copyFile(resolve('axe-core/axe.min.js'), `${axe}/axe.min.js`);
