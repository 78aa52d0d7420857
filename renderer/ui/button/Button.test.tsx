import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { Button, IconButton } from './Button.tsx';

describe('a button that is off', () => {
  it('says why beside it, and to assistive technology', () => {
    const html = renderToStaticMarkup(<Button off="3 findings block publishing">Publish</Button>);
    const reason = /aria-describedby="([^"]+)"/.exec(html)?.[1];
    expect(reason).toBeDefined();
    expect(html).toContain(`id="${reason}"`);
    expect(html).toContain('3 findings block publishing');
  });

  it('stays reachable by keyboard', () => {
    const html = renderToStaticMarkup(<Button off="Nothing to undo">Undo</Button>);
    expect(html).toContain('aria-disabled="true"');
    expect(html).not.toMatch(/\sdisabled/);
  });

  it('tells the reason by tooltip where there is no room', () => {
    const html = renderToStaticMarkup(<IconButton label="Undo" icon={null} off="Nothing to undo" />);
    expect(html).toContain('data-tip="Nothing to undo"');
    expect(html).toContain('aria-description="Nothing to undo"');
  });
});

describe('an icon button', () => {
  it('has a name, and shows it without saying it twice', () => {
    const html = renderToStaticMarkup(<IconButton label="Close" icon={null} keys="Esc" />);
    expect(html).toContain('Close</span>');
    expect(html).toContain('data-tip="Close"');
    expect(html).toContain('aria-keyshortcuts="Escape"');
    expect(html).not.toContain('aria-description');
  });
});

describe('a button that can be pressed', () => {
  it('does not take part in a form unless it is told to', () => {
    expect(renderToStaticMarkup(<Button>Show</Button>)).toContain('type="button"');
    expect(renderToStaticMarkup(<Button type="submit">Show</Button>)).toContain('type="submit"');
  });

  it('tells whether it stays pressed only when it can', () => {
    expect(renderToStaticMarkup(<Button>Show</Button>)).not.toContain('aria-pressed');
    expect(renderToStaticMarkup(<Button pressed={false}>Show</Button>)).toContain('aria-pressed="false"');
  });
});
