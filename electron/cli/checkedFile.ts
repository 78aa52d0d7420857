import { dataFolder } from '../services/folders.ts';
import { assertFileThere } from '../services/readTextFile.ts';
import { type CheckedFile, readChecked } from '../services/verifyFile.ts';
import { nodeFileSystem } from '../storage/nodeFileSystem.ts';
import { absolute } from './paths.ts';
import type { CommandRun } from './runCommandLine.ts';

/** Reads the `.debrief` file that a command was given, and checks it. @throws HostError when it cannot be read */
export async function checkedFile({ terminal, vet }: CommandRun, name: string): Promise<CheckedFile> {
  const path = absolute(terminal, name);
  await assertFileThere(path);
  return readChecked(nodeFileSystem, path, dataFolder(terminal.env), vet);
}
