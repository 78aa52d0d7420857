interface NamedBytes {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

/** Hands a file to the browser, which puts it where its downloads go or asks where. */
export function saveBytes({ name, mediaType, bytes }: NamedBytes): void {
  const address = URL.createObjectURL(new Blob([bytes as Uint8Array<ArrayBuffer>], { type: mediaType }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser reads the address when the click is dealt with; a minute is far beyond that.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
