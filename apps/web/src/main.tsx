import '@kern-ux/native/dist/kern.min.css';
import './style.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/app.js';

const container = document.getElementById('app');
if (container === null) throw new Error('index.html has no element "app"');
createRoot(container).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
