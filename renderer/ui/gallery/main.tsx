/*
 * Every component in its states, to look at while working on it: `npm run dev`, then /ui/gallery/.
 * Not part of the product, whose build starts at renderer/index.html. `?dark` shows the dark theme.
 */
import '../../styles/index.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Overlays } from '../overlay/Overlays.tsx';
import { Gallery } from './Gallery.tsx';

document.documentElement.dataset.theme = location.search.includes('dark') ? 'dark' : 'light';
const root = document.getElementById('root');
if (!root) throw new Error('The gallery page has no #root');
createRoot(root).render(
  <StrictMode>
    <Gallery />
    <Overlays />
  </StrictMode>,
);
