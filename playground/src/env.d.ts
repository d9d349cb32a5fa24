interface ImportMetaEnv {
  /** Whether all of the page is one file. */
  readonly SINGLE: boolean
}
