import * as z from 'zod';
import { hostErrorSchema } from './errors.ts';
import { fileTokenSchema, libraryEntrySchema } from './libraryEntry.ts';
import { noticeSchema } from './notice.ts';
import { saveStateSchema } from './saveState.ts';
import { settingsSchema } from './settings.ts';

/** Caps on what a window may send in one call, in bytes or characters. */
export const LIMITS = {
  updateBytes: 64 * 1024 * 1024,
  imageBytes: 20 * 1024 * 1024,
  /** Of one import together: what is made of it must stay well below what can be opened. */
  picturesBytes: 256 * 1024 * 1024,
  picturesAtOnce: 500,
  markdownCharacters: 8 * 1024 * 1024,
  fileBytes: 512 * 1024 * 1024,
  titleCharacters: 500,
} as const;

const nothing = z.object({});
const session = z.string().regex(/^[a-z0-9]{12,64}$/);
const anyBytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array);
const bytes = (most: number) => anyBytes.refine((value) => value.byteLength <= most);
const shortText = z.string().max(500);
const windowTitle = z.string().max(LIMITS.titleCharacters);
const severity = z.enum(['P0', 'P1', 'P2', 'P3']);
const jobId = z.string().regex(/^[a-z0-9]{8,64}$/);
const imageType = z.enum(['image/png', 'image/jpeg', 'image/gif', 'image/webp']);
const place = z.object({
  /** Name of the file that was written or opened. */
  name: z.string(),
  /** The folder it lies in, as words for a person. */
  folder: z.string(),
});

/**
 * Every call from a window to its host: what goes in, what comes out. Electron carries it by one
 * `ipcMain.handle`, the loopback host by one WebSocket; both go through services/dispatch.
 */
export const CALLS = {
  'app.describe': {
    input: nothing,
    output: z.object({
      version: z.string(),
      host: z.enum(['desktop', 'browser']),
      platform: z.enum(['mac', 'windows', 'linux']),
      libraryFolder: z.string(),
      settings: settingsSchema,
      /** A file that this window was opened for, or null. */
      openFile: fileTokenSchema.nullable(),
      /** What to say of that file where it is a text that was imported just now: said once. */
      imported: z.object({ name: z.string(), notes: z.array(z.string()) }).nullable(),
    }),
  },
  'settings.write': { input: settingsSchema.partial(), output: settingsSchema },

  'library.list': { input: nothing, output: z.object({ entries: z.array(libraryEntrySchema) }) },
  /** The next free `INC-YYYY-MM-DD-NNN` of a UTC date. */
  'library.nextIncidentId': {
    input: z.object({ date: z.string().regex(/^\d{4}-\d{2}-\d{2}$/) }),
    output: z.object({ incidentId: z.string() }),
  },
  'library.create': {
    input: z.object({
      template: z.enum(['full', 'short']),
      title: shortText,
      incidentId: shortText.nullable(),
      severity: severity.nullable(),
    }),
    output: z.object({ file: fileTokenSchema }),
  },
  /**
   * Makes a postmortem of a Markdown text that a person dropped or chose, with pictures that came with it. Those
   * that are larger than the limits come as their name and size (bytes) alone.
   */
  'library.importMarkdown': {
    input: z.object({
      name: shortText,
      text: z.string().max(LIMITS.markdownCharacters),
      pictures: z
        .array(
          z.object({
            name: shortText,
            size: z.number().int().nonnegative(),
            bytes: bytes(LIMITS.imageBytes).nullable(),
          }),
        )
        .max(LIMITS.picturesAtOnce),
    }),
    output: z.object({ file: fileTokenSchema, notes: z.array(z.string()) }),
  },
  /** Puts a dropped `.debrief` file into the library; merges when the library has that document. */
  'library.addFile': {
    input: z.object({ name: shortText, bytes: bytes(LIMITS.fileBytes) }),
    output: z.object({ file: fileTokenSchema, merged: z.boolean() }),
  },
  'library.duplicate': {
    input: z.object({ file: fileTokenSchema }),
    output: z.object({ file: fileTokenSchema }),
  },
  /**
   * Lets the person choose a file with the system's dialog: a `.debrief` file stays where it is, Markdown
   * becomes a new postmortem. `file` is null when cancelled, `name` is that of the chosen file.
   */
  'library.chooseFile': {
    input: nothing,
    output: z.object({ file: fileTokenSchema.nullable(), name: z.string(), notes: z.array(z.string()) }),
  },

  'document.open': {
    input: z.object({ file: fileTokenSchema }),
    output: z.object({
      session,
      documentId: z.string(),
      fileName: z.string(),
      folder: z.string(),
      /** Whether the file lies in the folder of the library, whose list names it. */
      isInLibrary: z.boolean(),
      /** The whole document as one Yjs update, format V1. */
      state: anyBytes,
      saveState: saveStateSchema,
      /** Text that the file still holds but the document cannot show: see FF rules on lost records. */
      recoveredText: z.array(z.string()),
      notices: z.array(noticeSchema),
    }),
  },
  /** Resolves once the update is safe on disk: fsync returned on the file that the path names. */
  'document.push': { input: z.object({ session, update: bytes(LIMITS.updateBytes) }), output: nothing },
  /**
   * Looks whether the file was changed outside. For a window that comes to the front: not every disk sends
   * notices. What is found comes back as events.
   */
  'document.lookOutside': { input: z.object({ session }), output: nothing },
  'document.retrySaving': { input: z.object({ session }), output: nothing },
  /** Saves a whole copy elsewhere, for the moment when the file's own place cannot be written. */
  'document.saveElsewhere': {
    input: z.object({ session }),
    output: z.object({ place: place.nullable() }),
  },
  /**
   * Writes a damaged file anew, with `known` too, a Yjs update of what the window has of it where nothing of the file
   * can be read. It is kept aside as it was; a notice says where.
   */
  'document.repair': {
    input: z.object({ session, known: bytes(LIMITS.updateBytes).nullable() }),
    output: nothing,
  },
  /** Of a damaged file it only does what `document.repair` does; asked again, it removes what was kept aside. */
  'document.removeDeletedText': { input: z.object({ session }), output: nothing },
  'document.putImage': {
    input: z.object({ session, bytes: bytes(LIMITS.imageBytes), mediaType: imageType }),
    output: z.object({ hash: z.string().regex(/^[0-9a-f]{64}$/) }),
  },
  'document.image': {
    input: z.object({ session, hash: z.string().regex(/^[0-9a-f]{64}$/) }),
    output: z.object({ bytes: anyBytes, mediaType: imageType }).nullable(),
  },
  'document.close': { input: z.object({ session }), output: nothing },
  /**
   * Writes Markdown or PDF beside and renames. In the desktop the person chooses the place first; in the
   * browser the bytes come back (Markdown with its images as a data URI each) and the browser saves them.
   */
  'document.export': {
    input: z.object({
      session,
      job: jobId,
      to: z.enum(['md', 'pdf']),
      plain: z.boolean(),
      paper: z.enum(['A4', 'Letter']),
    }),
    output: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('written'), place }),
      z.object({
        kind: z.literal('bytes'),
        name: z.string(),
        mediaType: z.string(),
        bytes: anyBytes,
      }),
      z.object({ kind: z.literal('cancelled') }),
    ]),
  },
  'job.cancel': { input: z.object({ job: jobId }), output: nothing },

  /** Opens an address outside, in the system's browser or mail program, when the link policy allows it. */
  'link.open': {
    input: z.object({ address: z.string().max(8_192) }),
    output: z.object({ opened: z.boolean() }),
  },
  'window.open': { input: z.object({ file: fileTokenSchema.nullable() }), output: nothing },
  'window.setTitle': { input: z.object({ title: windowTitle }), output: nothing },
} as const;

export type CallName = keyof typeof CALLS;
export type CallInput<Name extends CallName> = z.input<(typeof CALLS)[Name]['input']>;
export type CallOutput<Name extends CallName> = z.output<(typeof CALLS)[Name]['output']>;

/** What comes back over the wire: the answer, or why not. */
export const answerSchema = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), value: z.unknown() }),
  z.object({ ok: z.literal(false), error: hostErrorSchema }),
]);

export type Answer = z.infer<typeof answerSchema>;
