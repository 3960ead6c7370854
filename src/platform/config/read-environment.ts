import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import type { Environment } from './load-config.js';

/** The variables of the process over those of an optional `.env` file in the folder. The file is for development. */
export function readEnvironment(folder: string = process.cwd(), environment: Environment = process.env): Environment {
  return { ...readEnvFile(join(folder, '.env')), ...environment };
}

function readEnvFile(file: string): Environment {
  try {
    return parseEnv(readFileSync(file, 'utf8'));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return {};
    throw error;
  }
}
