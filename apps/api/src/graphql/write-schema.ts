import 'reflect-metadata';
import { writeFile } from 'node:fs/promises';
import { MODULE_METADATA } from '@nestjs/common/constants.js';
import type { Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { GraphQLSchemaBuilderModule, GraphQLSchemaFactory } from '@nestjs/graphql';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { businessModules } from '../business-modules.js';
import { RecordChangedResolver } from '../live/index.js';

const file = new URL('../../../../../apps/api/src/graphql/schema.graphql', import.meta.url);
const note = '# Written by `npm run schema` from the code. Do not edit.\n\n';

/** A library may divide itself into modules: those it imports are asked too, each once. */
function modulesUnder(modules: readonly Type[], known = new Set<Type>()): ReadonlySet<Type> {
  for (const module of modules) {
    if (known.has(module)) continue;
    known.add(module);
    modulesUnder((Reflect.getMetadata(MODULE_METADATA.IMPORTS, module) ?? []) as Type[], known);
  }
  return known;
}

function resolversOf(modules: readonly Type[]): readonly Type[] {
  const providers = [...modulesUnder(modules)].flatMap(
    (module) => (Reflect.getMetadata(MODULE_METADATA.PROVIDERS, module) ?? []) as Type[],
  );
  return providers.filter((provider) => provider.name?.endsWith('Resolver') === true);
}

const application = await NestFactory.createApplicationContext(GraphQLSchemaBuilderModule, { logger: false });
const schema = await application
  .get(GraphQLSchemaFactory)
  .create([...resolversOf(businessModules), RecordChangedResolver]);
await writeFile(file, `${note}${printSchema(lexicographicSortSchema(schema))}\n`);
await application.close();
