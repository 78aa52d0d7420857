/** Nothing remote, no inline script, no inline style: the window shows its own files only. */
export function contentSecurityPolicy(devServer: string | null): string {
  // A hot-reloading development server puts its client and styles inline; it exists in no package.
  const dev = devServer === null ? '' : ` ${devServer} 'unsafe-inline'`;
  const socket = devServer === null ? '' : ` ${devServer} ${devServer.replace(/^http/, 'ws')}`;
  return [
    "default-src 'none'",
    `script-src 'self'${dev}`,
    `style-src 'self'${dev}`,
    `font-src 'self'${devServer === null ? '' : ` ${devServer}`}`,
    "img-src 'self' blob:",
    `connect-src 'self'${socket}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}
