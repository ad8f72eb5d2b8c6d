// Where a page has frozen the built-ins: embind assigns `constructor` and `toString` to what inherits them from Error,
// which is refused then. Nobody sees these errors: what embind throws, `Core` takes for a broken instance.
mergeInto(LibraryManager.library, {
  $extendError: (base) => class extends base {},
});
