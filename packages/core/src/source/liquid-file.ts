import type { Opener } from './source-file.ts'

/** A file that is one template from its first to its last character. */
export const liquidFile: Opener = {
  opens: (path) => /\.liquid$/i.test(path),
  open: async (path, text) => ({
    path,
    text,
    connections: [],
    templates: [
      {
        name: '',
        text,
        hints: {},
        surroundings: {},
        toHost: (offset) => offset,
        fromHost: (offset) => offset,
        toHostEdit: (edit) => edit,
      },
    ],
  }),
}
