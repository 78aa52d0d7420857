import { FuseState, FuseV1Options, FuseVersion, flipFuses, getCurrentFuseWire } from '@electron/fuses';

/**
 * How a release is sealed: the app's binary is no Node, takes no orders from the environment or from
 * --inspect, and runs nothing but the archive that it came with, unchanged (macOS and Windows check that).
 * @type {Readonly<Record<string, boolean>>}
 */
export const releaseFuses = {
  RunAsNode: false,
  EnableNodeOptionsEnvironmentVariable: false,
  EnableNodeCliInspectArguments: false,
  EnableEmbeddedAsarIntegrityValidation: true,
  OnlyLoadAppFromAsar: true,
  EnableCookieEncryption: true,
};

/** Playwright drives an app through --inspect; nothing else is different in a package for the smoke test. */
export const smokeFuses = { ...releaseFuses, EnableNodeCliInspectArguments: true };

/**
 * Sets the fuses that this binary has; older Electrons have fewer.
 * @param {string} executable or, on macOS, the .app folder
 * @param {Readonly<Record<string, boolean>>} wanted by the names of FuseV1Options
 */
export async function setFuses(executable, wanted) {
  const present = await readFuses(executable);
  /** @type {Record<number, boolean>} */
  const settings = {};
  for (const [name, on] of Object.entries(wanted)) {
    if (name in present) settings[FuseV1Options[/** @type {keyof typeof FuseV1Options} */ (name)]] = on;
  }
  await flipFuses(executable, {
    version: FuseVersion.V1,
    resetAdHocDarwinSignature: process.platform === 'darwin' && process.arch === 'arm64',
    ...settings,
  });
}

/**
 * @param {string} executable or, on macOS, the .app folder
 * @returns {Promise<Readonly<Record<string, boolean>>>} each fuse that the binary has, and whether it is on
 */
export async function readFuses(executable) {
  const wire = /** @type {Record<string, number>} */ (
    /** @type {object} */ (await getCurrentFuseWire(executable))
  );
  const names = Object.keys(FuseV1Options).filter((name) => Number.isNaN(Number(name)));
  return Object.fromEntries(
    names
      .map((name) => [name, wire[FuseV1Options[/** @type {keyof typeof FuseV1Options} */ (name)]]])
      .filter(([, state]) => state === FuseState.ENABLE || state === FuseState.DISABLE)
      .map(([name, state]) => [name, state === FuseState.ENABLE]),
  );
}
