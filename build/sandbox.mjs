import { readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * Whether Chromium's sandbox can work for this user with this executable. As root it cannot; elsewhere on
 * Linux it needs user namespaces, or the helper beside the executable that belongs to root and is setuid.
 * @param {string} executablePath
 * @returns {'works' | 'root' | 'forbidden'}
 */
export function sandboxState(executablePath) {
  if (process.platform !== 'linux') return 'works';
  if (process.getuid?.() === 0) return 'root';
  return userNamespacesAllowed() || helperIsSetuid(executablePath) ? 'works' : 'forbidden';
}

function userNamespacesAllowed() {
  return (
    setting('kernel/unprivileged_userns_clone') !== '0' &&
    setting('kernel/apparmor_restrict_unprivileged_userns') !== '1' &&
    setting('user/max_user_namespaces') !== '0'
  );
}

/** @param {string} executablePath */
function helperIsSetuid(executablePath) {
  try {
    const helper = statSync(join(dirname(executablePath), 'chrome-sandbox'));
    return helper.uid === 0 && (helper.mode & 0o4001) === 0o4001;
  } catch {
    return false;
  }
}

/**
 * @param {string} name below /proc/sys
 * @returns {string | undefined} undefined where the kernel has no such setting
 */
function setting(name) {
  try {
    return readFileSync(join('/proc/sys', name), 'utf8').trim();
  } catch {
    return undefined;
  }
}
