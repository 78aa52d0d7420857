import { COMMAND_IDS, COMMANDS } from '../../app/commands.ts';
import { shortcutOf } from '../../app/shortcutOf.ts';
import { Button } from '../../ui/button/Button.tsx';
import { Dialog } from '../../ui/dialog/Dialog.tsx';
import { keyCaps } from '../../ui/keyboard.ts';
import { Keys } from '../../ui/keys/Keys.tsx';
import { VisuallyHidden } from '../../ui/text/VisuallyHidden.tsx';
import { EDITING_KEYS, type EditingGroup, LIBRARY_KEYS } from './editingKeys.ts';
import styles from './ShortcutsDialog.module.css';

/** Every key of the app, as it works in this window. */
export function ShortcutsDialog({ onClose }: { readonly onClose: () => void }) {
  return (
    <Dialog
      title="Keyboard shortcuts"
      size="medium"
      onClose={onClose}
      footer={
        <Button kind="primary" data-first-focus="" onClick={onClose}>
          Close
        </Button>
      }
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: arrows scroll what has the focus */}
      <section className={styles.groups} aria-label="Keys" tabIndex={0}>
        {[commandGroup('Anywhere', 'app'), documentGroup(), ...EDITING_KEYS, LIBRARY_KEYS].map((group) => (
          <section key={group.title} className={styles.group}>
            <h3>{group.title}</h3>
            <dl>
              {group.keys.map(({ does, keys }) => (
                <div key={does}>
                  <dt>{does}</dt>
                  <dd>
                    {keys.map((shortcut) => (
                      <span key={shortcut}>
                        <VisuallyHidden>{keyCaps(shortcut).join(' ')}</VisuallyHidden>
                        <Keys shortcut={shortcut} />
                      </span>
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </section>
    </Dialog>
  );
}

function commandGroup(title: string, about: 'app' | 'document'): EditingGroup {
  return {
    title,
    keys: COMMAND_IDS.flatMap((id) => {
      const keys = shortcutOf(id);
      return keys === undefined || COMMANDS[id].about !== about
        ? []
        : [{ does: COMMANDS[id].title, keys: [keys] }];
    }),
  };
}

function documentGroup(): EditingGroup {
  const { title, keys } = commandGroup('In a postmortem', 'document');
  return {
    title,
    keys: [...keys, { does: 'Go to one of the first nine sections', keys: ['Alt+1', 'Alt+9'] }],
  };
}
