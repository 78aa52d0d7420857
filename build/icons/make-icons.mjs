import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { obtainBrowser } from '../obtain-browser.mjs';

/**
 * Draws icon.svg at the sizes that the three systems ask for. Run it by hand when the drawing changes; what
 * it makes is committed, so that packaging needs neither a browser nor electron-builder's own converter.
 */
const folder = fileURLToPath(new URL('.', import.meta.url));
const svg = readFileSync(join(folder, 'icon.svg'), 'utf8');

const { executablePath } = await obtainBrowser();
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
/** @type {Map<number, Buffer>} */
const pngs = new Map();
for (const size of [16, 32, 48, 64, 128, 256, 512]) pngs.set(size, await draw(size));
await browser.close();

for (const [size, png] of pngs) writeFileSync(join(folder, `${size}x${size}.png`), png);
writeFileSync(join(folder, 'icon.ico'), ico([16, 32, 48, 256]));
writeFileSync(
  join(folder, 'icon.icns'),
  icns([
    ['icp4', 16],
    ['icp5', 32],
    ['ic07', 128],
    ['ic08', 256],
    ['ic09', 512],
  ]),
);

/** @param {number} size in pixels */
async function draw(size) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  await page.setContent(`<style>body { margin: 0 } svg { display: block; width: 100% }</style>${svg}`);
  const png = await page.screenshot({ omitBackground: true });
  await page.close();
  return png;
}

/** @param {number} size */
function pngOf(size) {
  const png = pngs.get(size);
  if (png === undefined) throw new Error(`${size} was not drawn.`);
  return png;
}

/**
 * Windows' container: a header of 6 bytes, an entry of 16 a picture, then the pictures as PNG.
 * @param {readonly number[]} sizes
 */
function ico(sizes) {
  const header = Buffer.alloc(6 + 16 * sizes.length);
  header.writeUInt16LE(1, 2);
  header.writeUInt16LE(sizes.length, 4);
  let offset = header.length;
  sizes.forEach((size, index) => {
    const at = 6 + 16 * index;
    // A byte cannot say 256, which is written as 0.
    header.writeUInt8(size % 256, at);
    header.writeUInt8(size % 256, at + 1);
    header.writeUInt16LE(1, at + 4);
    header.writeUInt16LE(32, at + 6);
    header.writeUInt32LE(pngOf(size).length, at + 8);
    header.writeUInt32LE(offset, at + 12);
    offset += pngOf(size).length;
  });
  return Buffer.concat([header, ...sizes.map(pngOf)]);
}

/**
 * macOS' container: 'icns' and the whole length, then type, length and PNG of each picture.
 * @param {readonly (readonly [string, number])[]} pictures
 */
function icns(pictures) {
  const entries = pictures.map(([type, size]) => block(type, pngOf(size)));
  return block('icns', Buffer.concat(entries));
}

/**
 * @param {string} type four letters
 * @param {Buffer} content
 */
function block(type, content) {
  const head = Buffer.alloc(8);
  head.write(type, 'latin1');
  head.writeUInt32BE(8 + content.length, 4);
  return Buffer.concat([head, content]);
}
