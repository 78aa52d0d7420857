/**
 * The one place beside the app's root where menus, dialogs, toasts and tooltips are drawn, so that no pane
 * clips them and a dialog can make everything else inert. Made when first asked for.
 */
export function overlayRoot(): HTMLElement {
  const there = document.getElementById('overlays');
  if (there) return there;
  const root = document.createElement('div');
  root.id = 'overlays';
  document.body.append(root);
  return root;
}
