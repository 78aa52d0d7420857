import { showProblem } from '../../app/showProblem.ts';
import { callHost } from '../../session/host.ts';
import { showDocument } from '../../stores/appStore.ts';
import { showToast } from '../../ui/toast/toasts.ts';
import { chooseRow } from './chosenRow.ts';

/** Makes a second postmortem of one, with an id of its own, and offers to open it. */
export async function duplicate(file: string): Promise<void> {
  try {
    const made = await callHost('library.duplicate', { file });
    chooseRow(made.file);
    showToast('Duplicated. The two go their own ways from here', {
      label: 'Open',
      onSelect: () => showDocument(made.file),
    });
  } catch (error) {
    showProblem(error);
  }
}
