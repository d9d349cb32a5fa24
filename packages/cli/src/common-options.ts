import { resolve } from 'node:path'
import {
  type CheckOptions,
  type DomainName,
  domainNames,
  profiles,
  readLanguage,
} from '@codeword/core'
import { readTextFile } from '@codeword/core/node'
import { Failure } from './failure.ts'
import type { Host } from './host.ts'
import { unknown, type Values } from './options.ts'
import { variablesOf } from './variables.ts'

/** What every command that judges templates takes; see `settingsOf`. */
export const commonOptions = {
  profile: { value: 'NAME', summary: 'the kind of template, otherwise inferred' },
  domain: {
    value: 'DOMAIN',
    summary: 'tag, real, header, any or @FILE (a JSON list)',
  },
  languages: { value: 'LIST', summary: 'the languages to serve: en,nl,fr' },
  fallback: { value: 'LANGUAGE', summary: 'the language of the text for everybody else' },
  segments: { value: 'N', summary: 'the most segments that a message may take' },
  set: { value: 'NAME=TEXT', multiple: true, summary: 'what a variable holds; can be repeated' },
  config: { value: 'FILE', summary: 'the configuration, otherwise codeword.config.json' },
} as const

/**
 * The common options of the command line as core takes them, without the configuration file.
 * @throws Failure for a profile, a domain, a language, a limit or a variable that makes no sense
 */
export async function checkOptions(
  { profile, domain, languages, fallback, segments, set }: Values<typeof commonOptions>,
  host: Host,
): Promise<CheckOptions> {
  return {
    ...(profile !== undefined && { profile: await profileOf(profile) }),
    ...(domain !== undefined && { domain: await domainOf(domain, host) }),
    ...(languages !== undefined && {
      languages: languages.split(',').map(languageOf('--languages')),
    }),
    ...(fallback !== undefined && { fallback: languageOf('--fallback')(fallback) }),
    ...(segments !== undefined && { segmentLimit: limitOf(segments) }),
    ...(set.length > 0 && { variables: variablesOf(set) }),
  }
}

function limitOf(text: string): number {
  if (/^[1-9]\d?$/.test(text)) return Number(text)
  throw new Failure(`--segments: '${text}' is no number of segments; use 1 to 99`)
}

async function profileOf(name: string): Promise<NonNullable<CheckOptions['profile']>> {
  const profile = profiles.get(name)
  if (profile !== undefined) return profile
  throw new Failure(`--profile: ${await unknown(name, [...profiles.keys()])}`)
}

async function domainOf(name: string, host: Host): Promise<NonNullable<CheckOptions['domain']>> {
  if (name.startsWith('@')) return valuesIn(name.slice(1), host)
  if (domainNames.includes(name as DomainName)) return name as DomainName
  throw new Failure(`--domain: ${await unknown(name, domainNames)}`)
}

function valuesIn(path: string, host: Host): readonly (string | null)[] {
  const file = readTextFile(resolve(host.cwd, path))
  if ('problem' in file) throw new Failure(`--domain: ${path}: ${file.problem}`)
  const values = jsonIn(file.text)
  if (Array.isArray(values) && values.length > 0 && values.every(isValue)) return values
  throw new Failure(
    `--domain: ${path}: it must be a JSON list of texts, null for no header: ["nl-NL", "", null]`,
  )
}

const isValue = (value: unknown): value is string | null =>
  value === null || typeof value === 'string'

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''))
  } catch {
    return undefined
  }
}

const languageOf =
  (option: string) =>
  (text: string): string => {
    const language = readLanguage(text)
    if ('tag' in language) return language.tag
    throw new Failure(`${option}: ${language.problem}`)
  }
