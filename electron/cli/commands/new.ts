import { InvalidArgumentError, Option } from 'commander';
import { TEMPLATES } from '../../../shared/document/about.ts';
import { SEVERITIES, type Severity } from '../../../shared/document/facts.ts';
import { templateFor } from '../../../shared/document/template.ts';
import { isIncidentId } from '../../../shared/time/incidentId.ts';
import { withNextIncidentId } from '../../services/claimIncidentId.ts';
import { createFromTemplate } from '../../services/createFromTemplate.ts';
import { commandHost } from '../commandHost.ts';
import { EXIT } from '../exitCodes.ts';
import { newFilePath } from '../paths.ts';
import type { AddCommand } from '../runCommandLine.ts';

interface NewOptions {
  readonly template?: 'full' | 'short';
  readonly title: string;
  readonly id?: string;
  readonly severity?: Severity;
  readonly out?: string;
}

export const addNew: AddCommand = (program, { terminal, startDecoder, finish }) => {
  program
    .command('new')
    .description('Make a postmortem and print the path of its file.')
    .addOption(
      new Option('--template <NAME>', 'full (for P0 and P1) or short (for the others)').choices(
        TEMPLATES.filter((name) => name !== 'imported'),
      ),
    )
    .option('--title <T>', 'what happened, in a line', '')
    .option(
      '--id <ID>',
      'the incident, such as INC-2026-11-24-001 (default: the next free one of today, UTC)',
      idOf,
    )
    .addOption(new Option('--severity <S>', 'how bad it was').choices(SEVERITIES))
    .option('--out <F>', 'the file to make, ending in .debrief (default: one in your library)')
    .action(async (options: NewOptions) => {
      const path = options.out === undefined ? null : newFilePath(terminal, options.out);
      const severity = options.severity ?? null;
      const host = await commandHost(terminal, startDecoder);
      const today = new Date().toISOString().slice(0, 10);
      const offered = templateFor(severity);
      const wish = {
        template: options.template ?? (offered === 'short' ? 'short' : 'full'),
        title: options.title,
        severity,
      } as const;
      const make = (incidentId: string): Promise<string> =>
        createFromTemplate(host, { ...wish, incidentId }, path);
      const made = await (options.id === undefined
        ? withNextIncidentId(host, today, 'debrief new', make)
        : make(options.id));
      await terminal.print(`${made}\n`);
      finish(EXIT.done);
    });
};

function idOf(word: string): string {
  if (isIncidentId(word)) return word;
  throw new InvalidArgumentError('An ID is INC-YYYY-MM-DD-NNN, of a day that exists.');
}
