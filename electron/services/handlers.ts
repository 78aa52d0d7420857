import { basename, dirname } from 'node:path';
import { HostError } from '../../shared/contract/errors.ts';
import { nameFile } from '../../shared/contract/nameFile.ts';
import { safeLinkAddress } from '../../shared/schema/linkPolicy.ts';
import { nextIncidentId } from '../../shared/time/incidentId.ts';
import { createFromTemplate } from './createFromTemplate.ts';
import type { DebriefHost } from './debriefHost.ts';
import type { CallHandlers } from './dispatch.ts';
import { exportFromWindow } from './exportFromWindow.ts';
import { assertPicture } from './images/assertPicture.ts';
import { addDroppedFile, duplicateInLibrary, importMarkdownFile } from './importFile.ts';
import type { WindowPort } from './ports.ts';
import type { WindowSessions } from './windowSession.ts';
import { writeStateCopy } from './writeNewDocument.ts';

const platform = { darwin: 'mac', win32: 'windows' } as const;

/** The answer to each call of one window. */
export function handlersFor(
  host: DebriefHost,
  window: WindowPort,
  sessions: WindowSessions,
  openFile: string | null,
): CallHandlers {
  const jobs = new Map<string, AbortController>();
  // A window outlives its host: one that was started again knows the library's files once it has listed them.
  const pathOf = async (file: string): Promise<string> => {
    if (!host.tokens.knows(file)) await host.library.list();
    return host.tokens.pathOf(file);
  };
  return {
    'app.describe': async () => ({
      version: host.ports.version,
      host: host.ports.kind,
      platform: process.platform in platform ? platform[process.platform as keyof typeof platform] : 'linux',
      libraryFolder: host.folders.library,
      settings: host.settings.current,
      openFile,
      imported: openFile === null ? null : host.takeImported(host.tokens.pathOf(openFile)),
    }),
    'settings.write': async (change) => {
      const settings = await host.settings.write(
        Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)),
      );
      host.announce({ kind: 'settings-changed', settings });
      host.ports.themeChanged(settings.theme);
      return settings;
    },
    'library.list': async () => ({ entries: await host.listLibrary() }),
    'library.nextIncidentId': async ({ date }) => ({
      incidentId: nextIncidentId(await host.library.incidentIds(), date),
    }),
    'library.create': async (wish) => {
      const path = await createFromTemplate(host, wish);
      host.announce({ kind: 'library-changed' });
      return { file: host.tokens.tokenOf(path) };
    },
    'library.importMarkdown': async ({ name, text, pictures }) => {
      const { path, notes } = await importMarkdownFile(host, { name, text, folder: null, pictures });
      host.announce({ kind: 'library-changed' });
      return { file: host.tokens.tokenOf(path), notes: [...notes] };
    },
    'library.addFile': async ({ name, bytes }) => {
      const { path, merged } = await addDroppedFile(host, name, bytes);
      host.announce({ kind: 'library-changed' });
      return { file: host.tokens.tokenOf(path), merged };
    },
    'library.duplicate': async ({ file }) => {
      const path = await duplicateInLibrary(host, await pathOf(file));
      host.announce({ kind: 'library-changed' });
      return { file: host.tokens.tokenOf(path) };
    },
    'library.chooseFile': async () => {
      const chosen = await host.ports.chooseFile(window);
      if (chosen === null) return { file: null, name: '', notes: [] };
      const { path, notes } = await host.bringIn(chosen);
      host.announce({ kind: 'library-changed' });
      return { file: host.tokens.tokenOf(path), name: basename(chosen), notes: [...notes] };
    },

    'document.open': async ({ file }) => {
      const path = await pathOf(file);
      try {
        return await sessions.open(path);
      } catch (error) {
        if (!(error instanceof HostError)) throw error;
        throw new HostError({ ...error.value(), sentence: nameFile(error.sentence, basename(path)) });
      }
    },
    'document.push': async ({ session, update }) => {
      await sessions.documentOf(session).push(update, session);
      return {};
    },
    'document.lookOutside': async ({ session }) => {
      await sessions.documentOf(session).lookOutside();
      return {};
    },
    'document.retrySaving': async ({ session }) => {
      await sessions.documentOf(session).retry();
      return {};
    },
    'document.saveElsewhere': async ({ session }) => {
      const document = sessions.documentOf(session);
      const chosen = (await host.ports.choosePlace?.(window, basename(document.path))) ?? null;
      if (chosen === null) return { place: null };
      if (chosen === document.path) {
        throw new HostError({
          code: 'bad-argument',
          sentence: 'That is the file that could not be written.',
          next: 'Choose another folder or name.',
        });
      }
      await writeStateCopy(host, chosen, document);
      return { place: { name: basename(chosen), folder: dirname(chosen) } };
    },
    'document.repair': async ({ session, known }) => {
      await sessions.documentOf(session).compact(known);
      return {};
    },
    'document.removeDeletedText': async ({ session }) => {
      await sessions.documentOf(session).removeDeletedText();
      return {};
    },
    'document.putImage': async ({ session, bytes, mediaType }) => {
      assertPicture(bytes, mediaType);
      return { hash: await sessions.documentOf(session).putImage(bytes, mediaType) };
    },
    'document.image': async ({ session, hash }) => {
      const image = await sessions.documentOf(session).image(hash);
      return image === null ? null : { bytes: image.bytes, mediaType: image.mediaType as 'image/png' };
    },
    'document.close': async ({ session }) => {
      await sessions.close(session);
      host.announce({ kind: 'library-changed' });
      return {};
    },
    'document.export': async ({ session, job, to, plain, paper }) => {
      const controller = new AbortController();
      jobs.set(job, controller);
      try {
        return await exportFromWindow(host, window, sessions.documentOf(session), {
          to,
          plain,
          paper,
          signal: controller.signal,
          progress: (done) => window.send({ kind: 'job-progress', job, done }),
        });
      } finally {
        jobs.delete(job);
      }
    },
    'job.cancel': async ({ job }) => {
      jobs.get(job)?.abort();
      return {};
    },
    'link.open': async ({ address }) => {
      const allowed = safeLinkAddress(address);
      return { opened: allowed !== null && (await host.ports.openOutside(allowed)) };
    },
    'window.open': async ({ file }) => {
      host.ports.openWindow(file === null ? null : await pathOf(file));
      return {};
    },
    'window.setTitle': async ({ title }) => {
      window.setTitle(title);
      return {};
    },
  };
}
