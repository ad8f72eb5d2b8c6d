// Where a page has frozen the built-ins: embind assigns `constructor` and `toString` to what inherits them from Error,
// which is refused then. Nobody sees these errors: what embind throws, `Core` takes for a broken instance.
mergeInto(LibraryManager.library, {
  // biome-ignore lint/complexity/useArrowFunction: Emscripten copies nothing else
  $extendError: function (base) {
    return class extends base {};
  },
});
