import { Button } from '../ui/button/Button.tsx';
import { Dialog } from '../ui/dialog/Dialog.tsx';
import { Failure } from '../ui/note/Failure.tsx';

interface ProblemDialogProps {
  readonly sentence: string;
  readonly next: string;
  readonly onClose: () => void;
}

/** Why something that was asked for was not done. */
export function ProblemDialog({ sentence, next, onClose }: ProblemDialogProps) {
  return (
    <Dialog
      title="That did not work"
      size="small"
      onClose={onClose}
      footer={
        <Button kind="primary" data-first-focus="" onClick={onClose}>
          Close
        </Button>
      }
    >
      <Failure>
        {sentence} {next}
      </Failure>
    </Dialog>
  );
}
