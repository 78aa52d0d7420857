/**
 * The headers of every answer (TH-6): the page shows its own files only, no other page may frame it, read it
 * or share a process with it, and no device permission but writing to the clipboard exists.
 *
 * @param port the TCP port of this host: the WebSocket's address in the policy
 * @param styles where style may come from, as the policy names it
 */
export function securityHeaders(port: number, styles = "'self'"): Readonly<Record<string, string>> {
  return {
    'Content-Security-Policy': [
      "default-src 'none'",
      "script-src 'self'",
      `style-src ${styles}`,
      "font-src 'self'",
      "img-src 'self' blob:",
      `connect-src 'self' ws://127.0.0.1:${port}`,
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
    ].join('; '),
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Permissions-Policy': DENIED.map((name) => `${name}=()`).join(', '),
  };
}

const DENIED = [
  'accelerometer',
  'camera',
  'display-capture',
  'geolocation',
  'gyroscope',
  'hid',
  'microphone',
  'midi',
  'payment',
  'serial',
  'usb',
] as const;
