import { Announcer } from '../announcer/Announcer.tsx';
import { MenuHost } from '../menu/MenuHost.tsx';
import { Toasts } from '../toast/Toasts.tsx';
import { TooltipHost } from '../tooltip/TooltipHost.tsx';

/** Everything that shows what plain functions ask for. The app mounts it once, beside its page. */
export function Overlays() {
  return (
    <>
      <MenuHost />
      <TooltipHost />
      <Toasts />
      <Announcer />
    </>
  );
}
