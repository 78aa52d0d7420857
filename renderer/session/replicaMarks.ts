/** What a window says of what it stored: the host has all of it, or some of it waits. */
export type Mark = 'waiting' | 'acknowledged';

/** Names y-indexeddb's store for values of one's own, and the one of its updates. */
const MARKS = 'custom';
const UPDATES = 'updates';

/**
 * What the windows that used a database of y-indexeddb say, by window.
 *
 * @returns null where there is no such database, which is not made
 * @throws DOMException where the browser can store nothing
 */
export async function readMarks(name: string): Promise<Readonly<Record<string, Mark>> | null> {
  return reading(name, MARKS, async (store) => {
    const [owners, marks] = await Promise.all([answerOf(store.getAllKeys()), answerOf(store.getAll())]);
    return Object.fromEntries(owners.map((owner, index) => [String(owner), marks[index]]));
  });
}

/**
 * The updates that a database of y-indexeddb holds; none where there is no such database.
 *
 * @throws DOMException where the browser can store nothing
 */
export const readUpdates = async (name: string): Promise<readonly Uint8Array[]> =>
  (await reading(name, UPDATES, (store) => answerOf<Uint8Array[]>(store.getAll()))) ?? [];

async function reading<T>(
  name: string,
  store: string,
  read: (store: IDBObjectStore) => Promise<T>,
): Promise<T | null> {
  const database = await openExisting(name);
  if (database === null) return null;
  try {
    return await read(database.transaction([store], 'readonly').objectStore(store));
  } finally {
    database.close();
  }
}

/** Is stored before every update that comes later: the transaction keeps the store of updates from them. */
export function writeMark(database: IDBDatabase, owner: string, mark: Mark): void {
  database.transaction([MARKS, UPDATES], 'readwrite').objectStore(MARKS).put(mark, owner);
}

function openExisting(name: string): Promise<IDBDatabase | null> {
  return new Promise((opened, failed) => {
    const request = indexedDB.open(name);
    let isNew = false;
    request.onupgradeneeded = () => {
      isNew = true;
      request.transaction?.abort();
    };
    request.onsuccess = () => opened(request.result);
    request.onerror = () => (isNew ? opened(null) : failed(request.error));
  });
}

const answerOf = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((answered, failed) => {
    request.onsuccess = () => answered(request.result);
    request.onerror = () => failed(request.error);
  });
