import { writeFile } from 'node:fs/promises';
import { procedure } from './procedure-document.js';

await writeFile(new URL('../../../../../docs/procedure.md', import.meta.url), procedure());
