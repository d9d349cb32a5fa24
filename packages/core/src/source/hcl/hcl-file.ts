import type { Opener } from '../source-file.ts'

/** Terraform files; what reads and validates them is loaded with the first. */
export const hclFile: Opener = {
  opens: (path) => /\.tf$/i.test(path),
  open: async (path, text) => (await import('./open-terraform.ts')).openTerraform(path, text),
}
