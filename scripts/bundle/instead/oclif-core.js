/** In the bundle, the framework without what is only asked for by other words than ours: each part is loaded when it is used. */
module.exports = {
  get Args() {
    return require('@oclif/core/args');
  },
  get Command() {
    return require('@oclif/core/command').Command;
  },
  get CommandHelp() {
    return require('@oclif/core/help').CommandHelp;
  },
  get Config() {
    return require('@oclif/core/config').Config;
  },
  get Flags() {
    return require('@oclif/core/flags');
  },
  get Help() {
    return require('@oclif/core/help').Help;
  },
};
