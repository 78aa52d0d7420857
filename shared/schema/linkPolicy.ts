/**
 * The one link policy, for the editor, import, export and opening: absolute `https:`, `http:` and `mailto:`
 * addresses. Everything else (`javascript:`, `file:`, `//host`, a bare word) may be shown but not followed.
 * Control characters are refused, since browsers drop them before they read the scheme.
 *
 * @returns the address to follow, or null when the policy refuses it
 */
export function safeLinkAddress(written: string): string | null {
  const address = written.trim();
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is refused here
  if (address.length > 8_192 || /[\u0000-\u001f\u007f]/.test(address)) return null;
  if (/^https?:\/\/[^\s/?#]/i.test(address)) return address;
  return /^mailto:[^\s@]+@[^\s@]+/i.test(address) ? address : null;
}
