/** The largest payload that a record may have, bytes (FF-12). More is damage, and is never allocated. */
export const MAX_PAYLOAD_BYTES = 64 * 1024 * 1024;

/** The largest `.debrief` file that is read into memory, bytes (FF-13). */
export const MAX_FILE_BYTES = 1024 * 1024 * 1024;

/** The largest image, bytes (FF-24). */
export const MAX_IMAGE_BYTES = 20 * 1024 * 1024;

/** All images of a document together, bytes: a file with them must stay one that is read (FF-13). */
export const MAX_IMAGES_BYTES = 768 * 1024 * 1024;

/** The largest single update that a window may send, bytes. */
export const MAX_UPDATE_BYTES = 32 * 1024 * 1024;
