export { type Compacted, compactFile } from './compactFile.ts';
export { createDocument } from './createDocument.ts';
export { openDocument, readDocument } from './openDocument.ts';
export type {
  CreateRequest,
  GateAnswer,
  OpenDocument,
  OpenDocumentListener,
  Opening,
  OpenRequest,
  OwnDocument,
  Reason,
  SchemaGate,
  StoredImage,
} from './openDocumentTypes.ts';
