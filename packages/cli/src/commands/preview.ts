import { defineCommand } from '../command.ts'
import { commonOptions } from '../common-options.ts'
import { settingsOf } from '../config/settings.ts'
import { Failure, ok } from '../failure.ts'
import { findFiles } from '../files/find-files.ts'
import { templatesIn } from '../preview/local-template.ts'
import { serve } from '../preview/server.ts'
import { previewPage } from '../preview-page.ts'
import { stopped } from '../stopped.ts'

export const preview = defineCommand({
  usage: 'codeword preview [PATH…] [options]',
  about: `Serves the playground over the templates in files, folders and globs, else in
this folder: see every message while you type, and save. Only this machine can
reach it, and only with the address that is printed. Ends with Ctrl+C.`,
  examples: ['codeword preview', 'codeword preview otp.liquid', 'codeword preview sms'],
  options: commonOptions,
  async run({ values, positionals }, host) {
    const page = previewPage()
    const paths = positionals.length > 0 ? positionals : ['.']
    const { files, problems } = await findFiles(paths, host.cwd)
    const templates = await templatesIn(files)
    if (templates.length === 0)
      throw new Failure(problems[0] ?? `${paths.join(', ')}: no template is here`)
    const settings = await settingsOf(values, host)
    const { address, close } = await serve({ page, templates, settings })
    const count = templates.length === 1 ? '1 template' : `${templates.length} templates`
    const end = stopped()
    host.out(`${address}\n`)
    host.note(`${count}; stop with Ctrl+C\n`)
    await end
    await close()
    return ok
  },
})
