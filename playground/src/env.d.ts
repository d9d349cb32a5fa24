interface ImportMetaEnv {
  /** Whether a service worker keeps the page: not while it is worked on, nor where it is one file. */
  readonly OFFLINE: boolean
}
