import { incidentDay } from '../../../shared/time/incidentDay.ts';
import type { MilestoneRow } from '../../../shared/time/milestones.ts';
import type { DocumentSession } from '../../session/documentSession.ts';
import { useNextIncidentId } from '../../session/useNextIncidentId.ts';
import { TextFact } from './TextFact.tsx';

interface IncidentIdFactProps {
  readonly session: DocumentSession;
  readonly value: string | null;
  readonly firstAlert: string | null;
  readonly rows: readonly MilestoneRow[];
}

/** The incident's id. While there is none, the next free one of the incident's day (UTC) is offered. */
export function IncidentIdFact({ session, value, firstAlert, rows }: IncidentIdFactProps) {
  const day = incidentDay(firstAlert, rows) ?? new Date().toISOString().slice(0, 10);
  const offered = useNextIncidentId(value === null ? day : null);
  return (
    <TextFact
      session={session}
      readOnly={undefined}
      fact="incidentId"
      label="Incident ID"
      value={value}
      mono
      placeholder={offered ?? ''}
      suggestions={offered === null ? [] : [offered]}
    />
  );
}
