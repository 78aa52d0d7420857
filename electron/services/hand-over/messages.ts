import type { Socket } from 'node:net';
import * as z from 'zod';
import { LIMITS } from '../../../shared/contract/calls.ts';
import { hostErrorSchema } from '../../../shared/contract/errors.ts';
import { noticeSchema } from '../../../shared/contract/notice.ts';
import { saveStateSchema } from '../../../shared/contract/saveState.ts';
import { decodeMessage, encodeMessage } from '../../../shared/contract/wire.ts';
import { RECORD_TYPE } from '../../storage/format/record.ts';

const bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array);
const path = z.string().max(8_192);
const id = z.number().int().nonnegative();
const KNOWN_TYPES: readonly number[] = Object.values(RECORD_TYPE);
/** The type of a record that this version does not know. */
const unknownType = z
  .number()
  .int()
  .min(0)
  .max(255)
  .refine((type) => !KNOWN_TYPES.includes(type));

/** What a process asks of the one that holds a file. */
export const askedSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('join'), realPath: path }),
  z.object({ kind: z.literal('push'), id, update: bytes }),
  z.object({ kind: z.literal('image'), id, bytes, mediaType: z.string().max(100) }),
  z.object({ kind: z.literal('unknown'), id, type: unknownType, payload: bytes }),
  z.object({ kind: z.literal('look'), id }),
  z.object({ kind: z.literal('retry'), id }),
  z.object({ kind: z.literal('compact'), id }),
]);
export type Asked = z.infer<typeof askedSchema>;

/** What the holder says. `joined` comes first, or the connection ends; its `path` may be a symbolic link. */
export const saidSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('joined'),
    documentId: z.string(),
    path,
    state: bytes,
    saveState: saveStateSchema,
  }),
  z.object({ kind: z.literal('update'), update: bytes }),
  z.object({ kind: z.literal('save-state'), state: saveStateSchema }),
  z.object({ kind: z.literal('notice'), notice: noticeSchema }),
  z.object({ kind: z.literal('done'), id, value: z.string().nullable() }),
  z.object({ kind: z.literal('failed'), id, error: hostErrorSchema }),
]);
export type Said = z.infer<typeof saidSchema>;

/** A message may be as large as the largest update, and a little for what is around it. */
export const LARGEST_MESSAGE = LIMITS.updateBytes + 4_096;

/** Writes one message: its length in four bytes, little end first, then lib0's `any` encoding. */
export function sendMessage(socket: Socket, message: Asked | Said): void {
  const content = encodeMessage(message);
  const head = Buffer.alloc(4);
  head.writeUInt32LE(content.length);
  socket.write(Buffer.concat([head, content]));
}

/** Calls `take` for each whole message. A length beyond the cap, or bytes that are none, end the connection. */
export function readMessages(socket: Socket, take: (message: unknown) => void): void {
  let chunks: Buffer[] = [];
  let held = 0;
  let wanted = 4;
  socket.on('data', (chunk: Buffer) => {
    chunks.push(chunk);
    held += chunk.length;
    // A picture comes in hundreds of pieces: they are put together once, when all are there.
    if (held < wanted) return;
    let pending = Buffer.concat(chunks);
    try {
      wanted = 4;
      while (pending.length >= 4) {
        const length = pending.readUInt32LE(0);
        if (length > LARGEST_MESSAGE) throw new RangeError('message too large');
        wanted = 4 + length;
        if (pending.length < wanted) break;
        const content = new Uint8Array(pending.subarray(4, wanted));
        pending = pending.subarray(wanted);
        wanted = 4;
        take(decodeMessage(content));
      }
      chunks = [pending];
      held = pending.length;
    } catch {
      socket.destroy();
    }
  });
}
