/** The executable of a package that build/test-package.mjs has made. */
export function packaged(name: 'DEBRIEF_PACKAGED_RELEASE' | 'DEBRIEF_PACKAGED_SMOKE'): string {
  const path = process.env[name];
  if (path === undefined) throw new Error(`${name} is not set: run npm run test:package.`);
  return path;
}
