import { addMember, removeMember, type SetFact as SetFactKey } from '../../../shared/document/facts.ts';
import type { DocumentSession } from '../../session/documentSession.ts';
import { BY_HAND } from '../../session/origins.ts';
import { TokenField } from '../../ui/tokenField/TokenField.tsx';

interface SetFactProps {
  readonly session: DocumentSession;
  readonly fact: SetFactKey;
  readonly label: string;
  readonly members: readonly string[];
  readonly readOnly: string | undefined;
  readonly placeholder: string;
  readonly mono?: boolean;
}

const ALL = [{ value: 'all', label: 'all', detail: 'Every one of them' }];

/** A set of names; `all` is a value like any other. */
export function SetFact({
  session,
  fact,
  label,
  members,
  readOnly,
  placeholder,
  mono = false,
}: SetFactProps) {
  return (
    <TokenField
      label={label}
      values={members}
      suggestions={ALL}
      placeholder={placeholder}
      mono={mono}
      off={readOnly}
      data-undo="document"
      onAdd={(added) => {
        for (const member of added) addMember(session.doc, fact, member, BY_HAND);
      }}
      onRemove={(member) => removeMember(session.doc, fact, member, BY_HAND)}
    />
  );
}
