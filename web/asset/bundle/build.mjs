// Brings what the pages take from npm into the folder that Go embeds. What it
// writes is checked in; run it (make assets) when package.json changes.
import {copyFile, mkdir, readFile, writeFile} from 'node:fs/promises';
import {createRequire} from 'node:module';
import wawoff2 from 'wawoff2';

const resolve = createRequire(import.meta.url).resolve;
const here = '../../../fonts';
const axe = '../../testdata';

const fonts = [
  {name: 'source-serif-4', styles: ['400-normal', '400-italic', '600-normal']},
  {name: 'source-sans-3', styles: ['400-normal', '600-normal']},
];
// Charts and cards are drawn by Go, which reads fonts unpacked.
const drawn = ['source-serif-4-latin-600-normal', 'source-serif-4-latin-ext-600-normal', 'source-sans-3-latin-400-normal', 'source-sans-3-latin-ext-400-normal'];

for (const folder of [here, axe]) await mkdir(folder, {recursive: true});

for (const {name, styles} of fonts) {
  await copyFile(resolve(`@fontsource/${name}/LICENSE`), `${here}/${name}-LICENSE.txt`);
  for (const style of styles) {
    for (const script of ['latin', 'latin-ext']) {
      const file = `${name}-${script}-${style}`;
      const packed = await readFile(resolve(`@fontsource/${name}/files/${file}.woff2`));
      await writeFile(`${here}/${file}.woff2`, packed);
      if (drawn.includes(file)) await writeFile(`${here}/${file}.ttf`, await wawoff2.decompress(packed));
    }
  }
}

await copyFile(resolve('axe-core/axe.min.js'), `${axe}/axe.min.js`);
