/** node --import …/run-typescript.js file.ts: runs our TypeScript, decorators with their metadata included. */
import { register } from 'node:module';

register('./typescript-hooks.js', import.meta.url);
