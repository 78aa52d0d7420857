import { judgeUpdate } from '../../../shared/schema/gate.ts';
import { nodeFileSystem } from '../../storage/nodeFileSystem.ts';
import { OpenDocuments } from '../openDocuments.ts';
import { SharedOpening } from './sharedOpening.ts';

/** A process that holds a file until it is ended: `node holdingProcess.testkit.ts PATH DATA_FOLDER`. It says `holds`. */
const [path = '', dataFolder = ''] = process.argv.slice(2);
const documents: OpenDocuments = new OpenDocuments((file) =>
  sharing.open({ fs: nodeFileSystem, path: file, dataFolder, gate: judgeUpdate }),
);
const sharing = new SharedOpening((realPath) => documents.holderOf(realPath));
const { holdsFile } = await documents.hold(path);
if (!holdsFile) throw new Error('another process holds the file');
process.stdout.write('holds\n');
// Its own sockets do not keep a process alive.
setInterval(() => {}, 60_000);
