#!/usr/bin/env node
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { distFolder } from './places.mjs';

const program = join(distFolder, 'electron/cli.cjs');
if (existsSync(program)) {
  createRequire(import.meta.url)(program);
} else {
  console.error('The command is not built yet: run npm run build first.');
  process.exitCode = 2;
}
