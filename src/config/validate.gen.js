// Generated from schemas/ by scripts/generate.js. Change the schemas, then run `npm run generate`.
"use strict";
exports.validate = validate10;
const schema11 = {"$schema":"http://json-schema.org/draft-07/schema#","title":"Project file","description":"lambda.config.yaml of shipit: the functions of a project and how they are released.","type":"object","required":["project","functions"],"additionalProperties":false,"properties":{"$schema":{"description":"Where editors find this schema; shipit does not read it.","type":"string","examples":["./lambda.config.schema.json"],"$comment":"file.$schema"},"project":{"description":"Name of the project; the first part of Lambda names that are not given.","type":"string","pattern":"^[a-zA-Z0-9][a-zA-Z0-9_-]{0,62}$","examples":["orders"],"$comment":"file.project"},"extends":{"description":"A file with the same keys that lies under this one, seen from this file. It may extend another.","type":"string","minLength":1,"maxLength":1024,"examples":["../base.yaml"],"$comment":"file.extends"},"functions":{"description":"The functions by key, the word for them in this file and on the command line.","type":"object","minProperties":1,"propertyNames":{"$ref":"#/definitions/functionKey"},"additionalProperties":{"$ref":"#/definitions/function"},"examples":[{"api":{"code":"dist/api","handler":"index.handler"}}],"$comment":"file.functions"},"stages":{"description":"Stages by name, such as dev and prod.","type":"object","propertyNames":{"$ref":"#/definitions/stageKey"},"additionalProperties":{"$ref":"#/definitions/stage"},"examples":[{"dev":{"account":"111111111111"},"prod":{"account":"222222222222","protected":true}}],"$comment":"file.stages"},"local":{"$ref":"#/definitions/local"},"region":{"description":"The AWS region. Without it, --region or AWS_REGION decides.","type":"string","pattern":"^(eusc-)?[a-z]{2}(-gov|-iso[a-z]?)?-[a-z]{1,20}-\\d$","examples":["eu-west-1"],"$comment":"file.region"},"account":{"description":"The AWS account, 12 digits in quotes; a release in any other account is refused.","type":"string","pattern":"^\\d{12}$","examples":["123456789012"],"$comment":"file.account"},"profile":{"description":"The profile of the AWS configuration whose credentials are used.","type":"string","pattern":"^[^\\u0000-\\u001f\\[\\]]{1,128}$","examples":["orders-prod"],"$comment":"file.profile"},"assumeRole":{"$ref":"#/definitions/assumeRole"},"allowEnv":{"description":"The variables of your environment that `${env:NAME}` may read.","type":"array","uniqueItems":true,"items":{"description":"Name of a variable of your environment.","type":"string","pattern":"^[a-zA-Z_][a-zA-Z0-9_]{0,127}$","examples":["BUILD_NUMBER"],"$comment":"envName"},"examples":[["BUILD_NUMBER"]],"$comment":"file.allowEnv"},"defaults":{"$ref":"#/definitions/defaults"},"layers":{"description":"The layers of this project by key, the word for them in `layers` of a function.","type":"object","propertyNames":{"$ref":"#/definitions/layerKey"},"additionalProperties":{"$ref":"#/definitions/layer"},"examples":[{"shared":{"code":"layers/shared","runtimes":["nodejs24.x"]}}],"$comment":"file.layers"},"artifacts":{"$ref":"#/definitions/artifacts"},"rollout":{"$ref":"#/definitions/rolloutName","description":"The rollout of every function that does not name its own.","examples":["careful"]},"rollouts":{"description":"Rollouts by name.","type":"object","propertyNames":{"$ref":"#/definitions/rolloutKey"},"additionalProperties":{"$ref":"#/definitions/rollout"},"examples":[{"careful":{"canary":"10%","bake":"10m"}}],"$comment":"file.rollouts"},"guard":{"$ref":"#/definitions/guard"},"alarms":{"$ref":"#/definitions/alarms","description":"Alarms that hold for all functions, in addition to their own.","examples":[["orders-burn-rate"]]},"rollbackScope":{"description":"What goes back together: every function of the release, or each by itself.","type":"string","enum":["release","function"],"default":"release","examples":["function"],"$comment":"file.rollbackScope"},"holdFor":{"$ref":"#/definitions/duration","description":"How long a release that stopped at `--until` is kept for whoever approves it.","default":"2h","examples":["8h"]},"journal":{"description":"Where events of releases are kept for a team, beside this machine: `s3://bucket/prefix`. `null`: nowhere else.","type":["string","null"],"maxLength":1024,"pattern":"^s3://[a-z0-9][a-z0-9.-]{1,61}[a-z0-9](/[^\\u0000-\\u001f]*)?$","examples":["s3://orders-releases/journal"],"$comment":"file.journal"},"notifications":{"$ref":"#/definitions/notifications"}},"definitions":{"rolloutKey":{"description":"A name for a rollout.","type":"string","pattern":"^[a-zA-Z][a-zA-Z0-9_-]{0,63}$","examples":["careful"],"$comment":"rolloutKey"},"envName":{"description":"Name of a variable of your environment.","type":"string","pattern":"^[a-zA-Z_][a-zA-Z0-9_]{0,127}$","examples":["BUILD_NUMBER"],"$comment":"envName"},"assumeRole":{"title":"Assume role","description":"The role that shipit works in, by its ARN, or with the external id that it asks for.","examples":["arn:aws:iam::123456789012:role/deployer",{"arn":"arn:aws:iam::123456789012:role/deployer","externalId":"orders-2026"}],"anyOf":[{"$ref":"#/definitions/roleArn"},{"$ref":"#/definitions/assumedRole"}],"$comment":"assumeRole","branches":{"roleArn":null,"assumedRole":["arn","externalId"]}},"assumedRole":{"title":"Assumed role","description":"A role and the external id that its trust policy asks for.","type":"object","required":["arn"],"additionalProperties":false,"examples":[{"arn":"arn:aws:iam::123456789012:role/deployer","externalId":"orders-2026"}],"properties":{"arn":{"$ref":"#/definitions/roleArn","description":"ARN of the role.","examples":["arn:aws:iam::123456789012:role/deployer"]},"externalId":{"description":"The external id, 2 to 1224 characters.","type":["string","null"],"pattern":"^[\\w+=,.@:/-]{2,1224}$","examples":["orders-2026"],"$comment":"assumedRole.externalId"}},"$comment":"assumedRole"},"stageKey":{"description":"A name for a stage, part of the names that are not given.","type":"string","pattern":"^[a-zA-Z0-9][a-zA-Z0-9_-]{0,31}$","examples":["prod"],"$comment":"stageKey"},"stage":{"title":"Stage","description":"What is different in one stage: laid over the rest of the file when `--stage` names it.","type":"object","additionalProperties":false,"examples":[{"account":"123456789012","protected":true,"defaults":{"memorySize":512}}],"properties":{"protected":{"description":"Asks for `--confirm` with the stage's name, and for `--reason` where nothing watches.","type":"boolean","default":false,"examples":[true],"$comment":"stage.protected"},"region":{"description":"The AWS region. Without it, --region or AWS_REGION decides.","type":"string","pattern":"^(eusc-)?[a-z]{2}(-gov|-iso[a-z]?)?-[a-z]{1,20}-\\d$","examples":["eu-west-1"],"$comment":"stage.region"},"account":{"description":"The AWS account, 12 digits in quotes; a release in any other account is refused.","type":"string","pattern":"^\\d{12}$","examples":["123456789012"],"$comment":"stage.account"},"profile":{"description":"The profile of the AWS configuration whose credentials are used.","type":"string","pattern":"^[^\\u0000-\\u001f\\[\\]]{1,128}$","examples":["orders-prod"],"$comment":"stage.profile"},"assumeRole":{"$ref":"#/definitions/assumeRole"},"allowEnv":{"description":"The variables of your environment that `${env:NAME}` may read.","type":"array","uniqueItems":true,"items":{"description":"Name of a variable of your environment.","type":"string","pattern":"^[a-zA-Z_][a-zA-Z0-9_]{0,127}$","examples":["BUILD_NUMBER"],"$comment":"envName"},"examples":[["BUILD_NUMBER"]],"$comment":"stage.allowEnv"},"defaults":{"$ref":"#/definitions/defaults"},"functions":{"description":"The functions by key, the word for them in this file and on the command line.","type":"object","propertyNames":{"$ref":"#/definitions/functionKey"},"additionalProperties":{"$ref":"#/definitions/function"},"examples":[{"api":{"code":"dist/api","handler":"index.handler"}}],"$comment":"stage.functions"},"layers":{"description":"The layers of this project by key, the word for them in `layers` of a function.","type":"object","propertyNames":{"$ref":"#/definitions/layerKey"},"additionalProperties":{"$ref":"#/definitions/layer"},"examples":[{"shared":{"code":"layers/shared","runtimes":["nodejs24.x"]}}],"$comment":"stage.layers"},"artifacts":{"$ref":"#/definitions/artifacts"},"rollout":{"$ref":"#/definitions/rolloutName","description":"The rollout of every function that does not name its own.","examples":["careful"]},"rollouts":{"description":"Rollouts by name.","type":"object","propertyNames":{"$ref":"#/definitions/rolloutKey"},"additionalProperties":{"$ref":"#/definitions/rollout"},"examples":[{"careful":{"canary":"10%","bake":"10m"}}],"$comment":"stage.rollouts"},"guard":{"$ref":"#/definitions/guard"},"alarms":{"$ref":"#/definitions/alarms","description":"Alarms that hold for all functions, in addition to their own.","examples":[["orders-burn-rate"]]},"rollbackScope":{"description":"What goes back together: every function of the release, or each by itself.","type":"string","enum":["release","function"],"default":"release","examples":["function"],"$comment":"stage.rollbackScope"},"holdFor":{"$ref":"#/definitions/duration","description":"How long a release that stopped at `--until` is kept for whoever approves it.","default":"2h","examples":["8h"]},"journal":{"description":"Where events of releases are kept for a team, beside this machine: `s3://bucket/prefix`. `null`: nowhere else.","type":["string","null"],"maxLength":1024,"pattern":"^s3://[a-z0-9][a-z0-9.-]{1,61}[a-z0-9](/[^\\u0000-\\u001f]*)?$","examples":["s3://orders-releases/journal"],"$comment":"stage.journal"},"notifications":{"$ref":"#/definitions/notifications"}},"$comment":"stage"},"functionKey":{"description":"The word for a function in this file and on the command line.","type":"string","pattern":"^[a-zA-Z0-9][a-zA-Z0-9_-]{0,63}$","examples":["api"],"$comment":"functionKey"},"function":{"title":"Lambda function","description":"One Lambda function. A key that is absent is left alone at AWS; `null` is AWS's default.","type":"object","additionalProperties":false,"examples":[{"code":"dist/api","handler":"index.handler","timeout":"10s"}],"properties":{"name":{"description":"The Lambda name. Without it, `<project>-<key>`, and with a stage `<project>-<stage>-<key>`.","type":"string","pattern":"^[a-zA-Z0-9_-]{1,64}$","examples":["orders-api"],"$comment":"function.name"},"code":{"$ref":"#/definitions/code"},"build":{"$ref":"#/definitions/build"},"image":{"$ref":"#/definitions/image"},"ecr":{"$ref":"#/definitions/ecr"},"handler":{"description":"File and function that Lambda calls, in the form of the runtime.","type":"string","pattern":"^[^\\s]{1,128}$","examples":["index.handler"],"$comment":"function.handler"},"runtime":{"$ref":"#/definitions/runtime"},"architecture":{"description":"The processor that the code is made for. `null`: x86_64.","type":["string","null"],"enum":["x86_64","arm64",null],"examples":["arm64"],"$comment":"function.architecture"},"memorySize":{"description":"Memory in MB, 128 to 10240, with a capacity provider up to 32768. `null`: 128.","type":["integer","null"],"minimum":128,"maximum":32768,"examples":[256],"$comment":"function.memorySize"},"timeout":{"description":"How long one request may take: whole seconds, 1s to 900s (15m), with a capacity provider up to 5400s. `null`: 3s.","type":["string","null"],"pattern":"^(?=.)(\\d{1,4}h)?(\\d{1,5}m(?!s))?(\\d{1,6}s)?(\\d{1,7}ms)?$","examples":["10s","2m"],"$comment":"function.timeout"},"ephemeralStorage":{"description":"Room in /tmp in MB, 512 to 10240, with a capacity provider up to 32768. `null`: 512.","type":["integer","null"],"minimum":512,"maximum":32768,"examples":[1024],"$comment":"function.ephemeralStorage"},"environment":{"description":"Environment variables; values are strings, 4 KB for all. What is declared here replaces what the function has. `null`: none.","type":["object","null"],"propertyNames":{"$ref":"#/definitions/environmentKey"},"additionalProperties":{"$ref":"#/definitions/environmentValue"},"examples":[{"TABLE":"orders","TOKEN":"${secret:orders/api#token}"}],"$comment":"function.environment"},"plainSecrets":{"description":"Environment variables whose values look like secrets and may stand in the file all the same.","type":"array","uniqueItems":true,"items":{"description":"Name of an environment variable, at least two characters.","type":"string","pattern":"^[a-zA-Z][a-zA-Z0-9_]+$","examples":["TABLE"],"$comment":"environmentKey"},"examples":[["TEST_KEY"]],"$comment":"function.plainSecrets"},"role":{"$ref":"#/definitions/role"},"description":{"description":"What the function is for, up to 256 characters. `null`: empty.","type":["string","null"],"maxLength":256,"examples":["Takes orders over HTTP"],"$comment":"function.description"},"layers":{"description":"Up to five layers in their order: keys of `layers`, or ARNs of layer versions. `null`: none.","type":["array","null"],"maxItems":5,"uniqueItems":true,"items":{"description":"A key of `layers`, or the ARN of a layer version.","type":"string","maxLength":2048,"pattern":"^([a-zA-Z0-9][a-zA-Z0-9_-]{0,63}|arn:(aws[a-zA-Z-]*)?:lambda:(eusc-)?[a-z]{2}(-gov|-iso[a-z]?)?-[a-z]+-\\d:\\d{12}:layer:[a-zA-Z0-9_-]{1,140}:\\d{1,19}|arn:[a-zA-Z0-9-]+:lambda:::awslayer:[a-zA-Z0-9_-]+)$","examples":["shared"],"$comment":"layerUse"},"examples":[["shared","arn:aws:lambda:eu-west-1:123456789012:layer:tools:4"]],"$comment":"function.layers"},"vpc":{"$ref":"#/definitions/vpc"},"fileSystem":{"$ref":"#/definitions/fileSystem"},"deadLetterQueue":{"description":"ARN of the queue or topic for asynchronous requests that failed for good. `null`: none.","type":["string","null"],"pattern":"^arn:aws[a-zA-Z-]*:(sqs|sns):(eusc-)?[a-z]{2}(-gov|-iso[a-z]?)?-[a-z]+-\\d:\\d{12}:[a-zA-Z0-9_-]{1,256}(\\.fifo)?$","examples":["arn:aws:sqs:eu-west-1:123456789012:orders-failed"],"$comment":"function.deadLetterQueue"},"kmsKey":{"$ref":"#/definitions/kmsKey","description":"ARN of the key that encrypts the environment. `null`: a key of AWS.","examples":["arn:aws:kms:eu-west-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab"]},"tracing":{"description":"Whether X-Ray traces requests by itself. `null`: PassThrough.","type":["string","null"],"enum":["Active","PassThrough",null],"examples":["Active"],"$comment":"function.tracing"},"snapStart":{"description":"Whether versions start from a snapshot. `null`: None.","type":["string","null"],"enum":["PublishedVersions","None",null],"examples":["PublishedVersions"],"$comment":"function.snapStart"},"logging":{"$ref":"#/definitions/logging"},"imageConfig":{"$ref":"#/definitions/imageConfig"},"durable":{"$ref":"#/definitions/durable"},"tags":{"description":"Tags of the function, at most 47, because AWS takes 50 and shipit has three of its own; those of AWS (`aws:`) and of shipit (`shipit:`) are not declared. `null`: none.","type":["object","null"],"maxProperties":47,"propertyNames":{"$ref":"#/definitions/tagKey"},"additionalProperties":{"$ref":"#/definitions/tagValue"},"examples":[{"team":"orders"}],"$comment":"function.tags"},"reservedConcurrency":{"description":"How many requests may run at once, kept back for this function; 0 stops it. `null`: it shares what the account has.","type":["integer","null"],"minimum":0,"maximum":1000000,"examples":[50],"$comment":"function.reservedConcurrency"},"recursion":{"description":"What Lambda does about a function that calls itself in a loop. `null`: Terminate.","type":["string","null"],"enum":["Allow","Terminate",null],"examples":["Terminate"],"$comment":"function.recursion"},"codeSigning":{"description":"ARN of a code signing configuration. `null`: none.","type":["string","null"],"pattern":"^arn:(aws[a-zA-Z-]*)?:lambda:(eusc-)?[a-z]{2}(-gov|-iso[a-z]?)?-[a-z]+-\\d:\\d{12}:code-signing-config:csc-[a-z0-9]{17}$","examples":["arn:aws:lambda:eu-west-1:123456789012:code-signing-config:csc-0123456789abcdef0"],"$comment":"function.codeSigning"},"runtimeManagement":{"$ref":"#/definitions/runtimeManagement"},"packageType":{"description":"Zip or Image; it follows from `code` and `image`, and never changes once the function is there.","type":"string","enum":["Zip","Image"],"examples":["Zip"],"$comment":"function.packageType"},"tenancy":{"description":"Keeps the execution environments of tenants apart. Only when the function is made.","type":"string","enum":["PER_TENANT"],"examples":["PER_TENANT"],"$comment":"function.tenancy"},"capacityProvider":{"$ref":"#/definitions/capacityProvider"},"manage":{"description":"With `release`, shipit moves code, version and alias alone; the settings belong to CDK, Terraform or SAM.","type":"string","enum":["all","release"],"default":"all","examples":["release"],"$comment":"function.manage"},"alias":{"description":"The alias that callers use and that is moved.","type":"string","pattern":"^(?!\\d+$)[a-zA-Z0-9_-]{1,128}$","default":"live","examples":["live"],"$comment":"function.alias"},"alarms":{"$ref":"#/definitions/alarms"},"hooks":{"$ref":"#/definitions/hooks"},"provisionedConcurrency":{"description":"How many execution environments are kept ready for the version that is served; they move with the traffic. `null`: none.","type":["integer","null"],"minimum":1,"maximum":1000000,"examples":[10],"$comment":"function.provisionedConcurrency"},"keepVersions":{"description":"How many versions stay after a release, the newest first, beside those that are in use. `null`: all of them.","type":["integer","null"],"minimum":1,"maximum":1000,"default":5,"examples":[10],"$comment":"function.keepVersions"},"testEvents":{"description":"Sample events, a glob of JSON files: for the smoke test and for local traffic.","type":"string","minLength":1,"maxLength":1024,"examples":["events/api/*.json"],"$comment":"function.testEvents"},"rollout":{"$ref":"#/definitions/rolloutName"}},"$comment":"function"},"environmentValue":{"description":"Value of an environment variable.","type":"string","examples":["orders"],"$comment":"environmentValue"},"layerUse":{"description":"A key of `layers`, or the ARN of a layer version.","type":"string","maxLength":2048,"pattern":"^([a-zA-Z0-9][a-zA-Z0-9_-]{0,63}|arn:(aws[a-zA-Z-]*)?:lambda:(eusc-)?[a-z]{2}(-gov|-iso[a-z]?)?-[a-z]+-\\d:\\d{12}:layer:[a-zA-Z0-9_-]{1,140}:\\d{1,19}|arn:[a-zA-Z0-9-]+:lambda:::awslayer:[a-zA-Z0-9_-]+)$","examples":["shared"],"$comment":"layerUse"},"tagKey":{"description":"Key of a tag, up to 128 characters.","type":"string","minLength":1,"maxLength":128,"pattern":"^[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*$","examples":["team"],"$comment":"tagKey"},"tagValue":{"description":"Value of a tag, up to 256 characters.","type":"string","maxLength":256,"pattern":"^[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*$","examples":["orders"],"$comment":"tagValue"},"vpc":{"title":"Vpc","description":"The network that the function runs in. `null`: none of your own.","type":["object","null"],"additionalProperties":false,"examples":[{"subnetIds":["subnet-0a1b2c3d","subnet-4e5f6a7b"],"securityGroupIds":["sg-0a1b2c3d"]}],"properties":{"subnetIds":{"description":"Subnets, 1 to 16, best in several availability zones.","type":"array","minItems":1,"maxItems":16,"uniqueItems":true,"items":{"description":"Id of a subnet.","type":"string","pattern":"^subnet-[0-9a-z]{1,64}$","examples":["subnet-0a1b2c3d"],"$comment":"subnetId"},"examples":[["subnet-0a1b2c3d","subnet-4e5f6a7b"]],"$comment":"vpc.subnetIds"},"securityGroupIds":{"description":"Security groups, 1 to 5.","type":"array","minItems":1,"maxItems":5,"uniqueItems":true,"items":{"description":"Id of a security group.","type":"string","pattern":"^sg-[0-9a-zA-Z]{1,64}$","examples":["sg-0a1b2c3d"],"$comment":"securityGroupId"},"examples":[["sg-0a1b2c3d"]],"$comment":"vpc.securityGroupIds"},"ipv6AllowedForDualStack":{"description":"Lets IPv6 out where the subnets have both kinds of addresses.","type":"boolean","default":false,"examples":[true],"$comment":"vpc.ipv6AllowedForDualStack"}},"$comment":"vpc"},"subnetId":{"description":"Id of a subnet.","type":"string","pattern":"^subnet-[0-9a-z]{1,64}$","examples":["subnet-0a1b2c3d"],"$comment":"subnetId"},"securityGroupId":{"description":"Id of a security group.","type":"string","pattern":"^sg-[0-9a-zA-Z]{1,64}$","examples":["sg-0a1b2c3d"],"$comment":"securityGroupId"},"fileSystem":{"title":"File system","description":"A file system of EFS or of S3 Files under /mnt. `null`: none.","type":["object","null"],"additionalProperties":false,"examples":[{"arn":"arn:aws:elasticfilesystem:eu-west-1:123456789012:access-point/fsap-0123456789abcdef0","localMountPath":"/mnt/orders"}],"properties":{"arn":{"$ref":"#/definitions/accessPoint","description":"ARN of the access point.","examples":["arn:aws:elasticfilesystem:eu-west-1:123456789012:access-point/fsap-0123456789abcdef0"]},"localMountPath":{"description":"Where the function finds it.","type":"string","maxLength":160,"pattern":"^/mnt/[a-zA-Z0-9_.-]+$","examples":["/mnt/orders"],"$comment":"fileSystem.localMountPath"},"directS3Read":{"description":"Whether S3 Files are read from S3 itself. `null`: as AWS has it.","type":["string","null"],"enum":["ENABLED","DISABLED","AUTO",null],"examples":["AUTO"],"$comment":"fileSystem.directS3Read"}},"$comment":"fileSystem"},"accessPoint":{"description":"ARN of an access point of EFS or of S3 Files.","type":"string","maxLength":256,"pattern":"^arn:aws[a-zA-Z-]*:(elasticfilesystem:(eusc-)?[a-z]{2}(-gov|-iso[a-z]?)?-[a-z]+-\\d:\\d{12}:access-point/fsap-[a-f0-9]{17}|s3files:[0-9a-z:-]+:file-system/fs-[0-9a-f]{17,40}/access-point/fsap-[0-9a-f]{17,40})$","examples":["arn:aws:elasticfilesystem:eu-west-1:123456789012:access-point/fsap-0123456789abcdef0"],"$comment":"accessPoint"},"logging":{"title":"Logging","description":"How and where the function logs. `null`: all of it as AWS has it.","type":["object","null"],"additionalProperties":false,"examples":[{"format":"JSON","applicationLogLevel":"INFO","retentionInDays":30}],"properties":{"format":{"description":"Text, or JSON with a level in every line. `null`: Text.","type":["string","null"],"enum":["Text","JSON",null],"examples":["JSON"],"$comment":"logging.format"},"applicationLogLevel":{"description":"The least that is kept of what the code logs; with JSON alone. `null`: INFO.","type":["string","null"],"enum":["TRACE","DEBUG","INFO","WARN","ERROR","FATAL",null],"examples":["INFO"],"$comment":"logging.applicationLogLevel"},"systemLogLevel":{"description":"The least that is kept of what Lambda itself logs; with JSON alone. `null`: INFO.","type":["string","null"],"enum":["DEBUG","INFO","WARN",null],"examples":["WARN"],"$comment":"logging.systemLogLevel"},"group":{"description":"Name of the log group. `null`: `/aws/lambda/<name>`.","type":["string","null"],"pattern":"^[.\\-_/#A-Za-z0-9]{1,512}$","examples":["/orders/api"],"$comment":"logging.group"},"retentionInDays":{"description":"How long the log group keeps events, one of CloudWatch's numbers of days. `null`: for ever.","type":["integer","null"],"enum":[1,3,5,7,14,30,60,90,120,150,180,365,400,545,731,1096,1827,2192,2557,2922,3288,3653,null],"examples":[30],"$comment":"logging.retentionInDays"}},"$comment":"logging"},"imageConfig":{"title":"Image config","description":"What overrides the settings of a container image. `null`: nothing.","type":["object","null"],"additionalProperties":false,"examples":[{"command":["app.handler"]}],"properties":{"entryPoint":{"description":"The program to start and its first arguments. `null`: the image's own.","type":["array","null"],"maxItems":1500,"items":{"$ref":"#/definitions/imageWord"},"examples":[["/usr/bin/node"]],"$comment":"imageConfig.entryPoint"},"command":{"description":"The arguments that follow. `null`: the image's own.","type":["array","null"],"maxItems":1500,"items":{"$ref":"#/definitions/imageWord"},"examples":[["app.handler"]],"$comment":"imageConfig.command"},"workingDirectory":{"description":"The folder to start in. `null`: the image's own.","type":["string","null"],"minLength":1,"maxLength":1000,"examples":["/var/task"],"$comment":"imageConfig.workingDirectory"}},"$comment":"imageConfig"},"imageWord":{"description":"One argument.","type":"string","examples":["app.handler"],"$comment":"imageWord"},"durable":{"title":"Durable","description":"Makes executions durable: they go on where they stopped. `null`: they are not.","type":["object","null"],"additionalProperties":false,"examples":[{"executionTimeout":"24h","retentionPeriodInDays":14}],"properties":{"executionTimeout":{"$ref":"#/definitions/duration","description":"How long one execution may take with all its waits: whole seconds, 1s to 8784h (366 days).","examples":["24h"]},"retentionPeriodInDays":{"description":"How long ended executions are kept, 1 to 90 days. `null`: as AWS has it.","type":["integer","null"],"minimum":1,"maximum":90,"examples":[14],"$comment":"durable.retentionPeriodInDays"},"kmsKey":{"$ref":"#/definitions/kmsKey","description":"ARN of the key that encrypts executions. `null`: a key of AWS.","examples":["arn:aws:kms:eu-west-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab"]}},"$comment":"durable"},"runtimeManagement":{"title":"Runtime management","description":"When the function gets a newer version of its runtime: `Auto`, `FunctionUpdate`, or one version by its ARN. `null`: Auto.","examples":["FunctionUpdate",{"runtimeVersionArn":"arn:aws:lambda:eu-west-1::runtime:0123abcd"}],"anyOf":[{"$ref":"#/definitions/runtimeUpdates"},{"$ref":"#/definitions/pinnedRuntime"}],"$comment":"runtimeManagement","branches":{"runtimeUpdates":null,"pinnedRuntime":["runtimeVersionArn"]}},"runtimeUpdates":{"title":"Runtime updates","description":"When the function gets a newer version of its runtime.","type":["string","null"],"enum":["Auto","FunctionUpdate",null],"examples":["FunctionUpdate"],"$comment":"runtimeUpdates"},"pinnedRuntime":{"title":"Pinned runtime","description":"Stays with one version of the runtime.","type":"object","required":["runtimeVersionArn"],"additionalProperties":false,"examples":[{"runtimeVersionArn":"arn:aws:lambda:eu-west-1::runtime:0123abcd"}],"properties":{"runtimeVersionArn":{"description":"ARN of the version of the runtime.","type":"string","minLength":26,"maxLength":2048,"pattern":"^arn:aws[a-zA-Z-]*:lambda:(eusc-)?[a-z]{2}(-gov|-iso[a-z]?)?-[a-z]+-\\d::runtime:.+$","examples":["arn:aws:lambda:eu-west-1::runtime:0123abcd"],"$comment":"pinnedRuntime.runtimeVersionArn"}},"$comment":"pinnedRuntime"},"capacityProvider":{"title":"Capacity provider","description":"Runs the function on instances that Lambda manages for you. `null`: it does not.","type":["object","null"],"additionalProperties":false,"examples":[{"arn":"arn:aws:lambda:eu-west-1:123456789012:capacity-provider:orders"}],"properties":{"arn":{"description":"ARN of the capacity provider.","type":"string","maxLength":140,"pattern":"^arn:aws[a-zA-Z-]*:lambda:(eusc-)?[a-z]{2}(-gov|-iso[a-z]?)?-[a-z]+-\\d:\\d{12}:capacity-provider:[a-zA-Z0-9_-]+$","examples":["arn:aws:lambda:eu-west-1:123456789012:capacity-provider:orders"],"$comment":"capacityProvider.arn"},"perExecutionEnvironmentMaxConcurrency":{"description":"How many requests one environment answers at once, 1 to 1600. `null`: as AWS has it.","type":["integer","null"],"minimum":1,"maximum":1600,"examples":[10],"$comment":"capacityProvider.perExecutionEnvironmentMaxConcurrency"},"executionEnvironmentMemoryGiBPerVCpu":{"description":"GiB of memory for each virtual processor, 2 to 8. `null`: as AWS has it.","type":["number","null"],"minimum":2,"maximum":8,"examples":[4],"$comment":"capacityProvider.executionEnvironmentMemoryGiBPerVCpu"}},"$comment":"capacityProvider"},"defaults":{"title":"Defaults","description":"Laid under every function: maps are merged by key, lists and single values are replaced.","type":"object","additionalProperties":false,"examples":[{"runtime":"nodejs24.x","memorySize":256,"alias":"live"}],"properties":{"code":{"$ref":"#/definitions/code"},"build":{"$ref":"#/definitions/build"},"image":{"$ref":"#/definitions/image"},"ecr":{"$ref":"#/definitions/ecr"},"handler":{"description":"File and function that Lambda calls, in the form of the runtime.","type":"string","pattern":"^[^\\s]{1,128}$","examples":["index.handler"],"$comment":"defaults.handler"},"runtime":{"$ref":"#/definitions/runtime"},"architecture":{"description":"The processor that the code is made for. `null`: x86_64.","type":["string","null"],"enum":["x86_64","arm64",null],"examples":["arm64"],"$comment":"defaults.architecture"},"memorySize":{"description":"Memory in MB, 128 to 10240, with a capacity provider up to 32768. `null`: 128.","type":["integer","null"],"minimum":128,"maximum":32768,"examples":[256],"$comment":"defaults.memorySize"},"timeout":{"description":"How long one request may take: whole seconds, 1s to 900s (15m), with a capacity provider up to 5400s. `null`: 3s.","type":["string","null"],"pattern":"^(?=.)(\\d{1,4}h)?(\\d{1,5}m(?!s))?(\\d{1,6}s)?(\\d{1,7}ms)?$","examples":["10s","2m"],"$comment":"defaults.timeout"},"ephemeralStorage":{"description":"Room in /tmp in MB, 512 to 10240, with a capacity provider up to 32768. `null`: 512.","type":["integer","null"],"minimum":512,"maximum":32768,"examples":[1024],"$comment":"defaults.ephemeralStorage"},"environment":{"description":"Environment variables; values are strings, 4 KB for all. What is declared here replaces what the function has. `null`: none.","type":["object","null"],"propertyNames":{"$ref":"#/definitions/environmentKey"},"additionalProperties":{"$ref":"#/definitions/environmentValue"},"examples":[{"TABLE":"orders","TOKEN":"${secret:orders/api#token}"}],"$comment":"defaults.environment"},"plainSecrets":{"description":"Environment variables whose values look like secrets and may stand in the file all the same.","type":"array","uniqueItems":true,"items":{"description":"Name of an environment variable, at least two characters.","type":"string","pattern":"^[a-zA-Z][a-zA-Z0-9_]+$","examples":["TABLE"],"$comment":"environmentKey"},"examples":[["TEST_KEY"]],"$comment":"defaults.plainSecrets"},"role":{"$ref":"#/definitions/role"},"description":{"description":"What the function is for, up to 256 characters. `null`: empty.","type":["string","null"],"maxLength":256,"examples":["Takes orders over HTTP"],"$comment":"defaults.description"},"layers":{"description":"Up to five layers in their order: keys of `layers`, or ARNs of layer versions. `null`: none.","type":["array","null"],"maxItems":5,"uniqueItems":true,"items":{"description":"A key of `layers`, or the ARN of a layer version.","type":"string","maxLength":2048,"pattern":"^([a-zA-Z0-9][a-zA-Z0-9_-]{0,63}|arn:(aws[a-zA-Z-]*)?:lambda:(eusc-)?[a-z]{2}(-gov|-iso[a-z]?)?-[a-z]+-\\d:\\d{12}:layer:[a-zA-Z0-9_-]{1,140}:\\d{1,19}|arn:[a-zA-Z0-9-]+:lambda:::awslayer:[a-zA-Z0-9_-]+)$","examples":["shared"],"$comment":"layerUse"},"examples":[["shared","arn:aws:lambda:eu-west-1:123456789012:layer:tools:4"]],"$comment":"defaults.layers"},"vpc":{"$ref":"#/definitions/vpc"},"fileSystem":{"$ref":"#/definitions/fileSystem"},"deadLetterQueue":{"description":"ARN of the queue or topic for asynchronous requests that failed for good. `null`: none.","type":["string","null"],"pattern":"^arn:aws[a-zA-Z-]*:(sqs|sns):(eusc-)?[a-z]{2}(-gov|-iso[a-z]?)?-[a-z]+-\\d:\\d{12}:[a-zA-Z0-9_-]{1,256}(\\.fifo)?$","examples":["arn:aws:sqs:eu-west-1:123456789012:orders-failed"],"$comment":"defaults.deadLetterQueue"},"kmsKey":{"$ref":"#/definitions/kmsKey","description":"ARN of the key that encrypts the environment. `null`: a key of AWS.","examples":["arn:aws:kms:eu-west-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab"]},"tracing":{"description":"Whether X-Ray traces requests by itself. `null`: PassThrough.","type":["string","null"],"enum":["Active","PassThrough",null],"examples":["Active"],"$comment":"defaults.tracing"},"snapStart":{"description":"Whether versions start from a snapshot. `null`: None.","type":["string","null"],"enum":["PublishedVersions","None",null],"examples":["PublishedVersions"],"$comment":"defaults.snapStart"},"logging":{"$ref":"#/definitions/logging"},"imageConfig":{"$ref":"#/definitions/imageConfig"},"durable":{"$ref":"#/definitions/durable"},"tags":{"description":"Tags of the function, at most 47, because AWS takes 50 and shipit has three of its own; those of AWS (`aws:`) and of shipit (`shipit:`) are not declared. `null`: none.","type":["object","null"],"maxProperties":47,"propertyNames":{"$ref":"#/definitions/tagKey"},"additionalProperties":{"$ref":"#/definitions/tagValue"},"examples":[{"team":"orders"}],"$comment":"defaults.tags"},"reservedConcurrency":{"description":"How many requests may run at once, kept back for this function; 0 stops it. `null`: it shares what the account has.","type":["integer","null"],"minimum":0,"maximum":1000000,"examples":[50],"$comment":"defaults.reservedConcurrency"},"recursion":{"description":"What Lambda does about a function that calls itself in a loop. `null`: Terminate.","type":["string","null"],"enum":["Allow","Terminate",null],"examples":["Terminate"],"$comment":"defaults.recursion"},"codeSigning":{"description":"ARN of a code signing configuration. `null`: none.","type":["string","null"],"pattern":"^arn:(aws[a-zA-Z-]*)?:lambda:(eusc-)?[a-z]{2}(-gov|-iso[a-z]?)?-[a-z]+-\\d:\\d{12}:code-signing-config:csc-[a-z0-9]{17}$","examples":["arn:aws:lambda:eu-west-1:123456789012:code-signing-config:csc-0123456789abcdef0"],"$comment":"defaults.codeSigning"},"runtimeManagement":{"$ref":"#/definitions/runtimeManagement"},"packageType":{"description":"Zip or Image; it follows from `code` and `image`, and never changes once the function is there.","type":"string","enum":["Zip","Image"],"examples":["Zip"],"$comment":"defaults.packageType"},"tenancy":{"description":"Keeps the execution environments of tenants apart. Only when the function is made.","type":"string","enum":["PER_TENANT"],"examples":["PER_TENANT"],"$comment":"defaults.tenancy"},"capacityProvider":{"$ref":"#/definitions/capacityProvider"},"manage":{"description":"With `release`, shipit moves code, version and alias alone; the settings belong to CDK, Terraform or SAM.","type":"string","enum":["all","release"],"default":"all","examples":["release"],"$comment":"defaults.manage"},"alias":{"description":"The alias that callers use and that is moved.","type":"string","pattern":"^(?!\\d+$)[a-zA-Z0-9_-]{1,128}$","default":"live","examples":["live"],"$comment":"defaults.alias"},"alarms":{"$ref":"#/definitions/alarms"},"hooks":{"$ref":"#/definitions/hooks"},"provisionedConcurrency":{"description":"How many execution environments are kept ready for the version that is served; they move with the traffic. `null`: none.","type":["integer","null"],"minimum":1,"maximum":1000000,"examples":[10],"$comment":"defaults.provisionedConcurrency"},"keepVersions":{"description":"How many versions stay after a release, the newest first, beside those that are in use. `null`: all of them.","type":["integer","null"],"minimum":1,"maximum":1000,"default":5,"examples":[10],"$comment":"defaults.keepVersions"},"testEvents":{"description":"Sample events, a glob of JSON files: for the smoke test and for local traffic.","type":"string","minLength":1,"maxLength":1024,"examples":["events/api/*.json"],"$comment":"defaults.testEvents"},"rollout":{"$ref":"#/definitions/rolloutName"}},"$comment":"defaults"},"codePath":{"description":"A folder, zipped by shipit, or a ready .zip, deployed byte for byte.","type":"string","minLength":1,"maxLength":1024,"examples":["dist/api","dist/api.zip"],"$comment":"codePath"},"files":{"title":"Files","description":"The files of a folder, or a ready .zip.","type":"object","additionalProperties":false,"examples":[{"path":"dist/api","include":["**/*.js"],"exclude":["test/"],"allow":[".env"]}],"properties":{"path":{"$ref":"#/definitions/path","description":"The folder, or a ready .zip.","examples":["dist/api"]},"include":{"$ref":"#/definitions/include"},"exclude":{"$ref":"#/definitions/exclude"},"allow":{"$ref":"#/definitions/allow"}},"$comment":"files"},"bundle":{"title":"Bundle","description":"One file for Node.js out of a module and all that it imports, made by esbuild. It is named after the module: `src/api.ts` becomes `api.js`, as ESM `api.mjs`, and its handler is `api.<export>`.","type":"object","additionalProperties":false,"examples":[{"bundle":"src/api.ts","external":["sharp"]}],"properties":{"bundle":{"$ref":"#/definitions/path","description":"The module to begin with.","examples":["src/api.ts"]},"format":{"description":"ES module or CommonJS. Without it, `esm` for .mts and .mjs, else `cjs`.","type":"string","enum":["esm","cjs"],"examples":["esm"],"$comment":"bundle.format"},"minify":{"description":"Whether it is made as short as can be; stack traces are harder to read then.","type":"boolean","default":false,"examples":[true],"$comment":"bundle.minify"},"sourceMap":{"description":"Whether the source map goes along. Node.js reads it with `NODE_OPTIONS: --enable-source-maps`.","type":"boolean","default":true,"examples":[false],"$comment":"bundle.sourceMap"},"external":{"description":"Packages that are not bundled but taken along as files, such as those with native modules.","type":"array","maxItems":200,"uniqueItems":true,"items":{"description":"Name of a package.","type":"string","maxLength":214,"pattern":"^(@[a-zA-Z0-9~_-][a-zA-Z0-9._~-]*/)?[a-zA-Z0-9~_-][a-zA-Z0-9._~-]*$","examples":["sharp"],"$comment":"packageName"},"examples":[["sharp","@img/sharp-linux-arm64"]],"$comment":"bundle.external"},"awsSdk":{"description":"With `runtime`, the AWS SDK that the runtime brings is left out.","type":"string","enum":["bundle","runtime"],"default":"bundle","examples":["runtime"],"$comment":"bundle.awsSdk"}},"$comment":"bundle"},"python":{"title":"Python","description":"A folder of Python, with the packages that its requirements ask for, made for the runtime and the architecture of the function.","type":"object","additionalProperties":false,"examples":[{"python":"src","requirements":"requirements.txt"}],"properties":{"python":{"$ref":"#/definitions/path","description":"The folder.","examples":["src"]},"requirements":{"$ref":"#/definitions/path","description":"A requirements.txt or a pyproject.toml, seen from the project file. Without it, `requirements.txt` in the folder.","examples":["requirements.txt"]},"installer":{"description":"What installs them. Without it, uv where it is installed, else pip.","type":"string","enum":["pip","uv"],"examples":["uv"],"$comment":"python.installer"},"include":{"$ref":"#/definitions/include"},"exclude":{"$ref":"#/definitions/exclude"},"allow":{"$ref":"#/definitions/allow"}},"$comment":"python"},"include":{"description":"Patterns as in .gitignore: only what one of them matches is taken.","type":"array","minItems":1,"maxItems":1000,"items":{"$ref":"#/definitions/filePattern"},"examples":[["**/*.js","package.json"]],"$comment":"include"},"exclude":{"description":"Patterns as in .gitignore: what they match is left out, beside what .lambdaignore names.","type":"array","maxItems":1000,"items":{"$ref":"#/definitions/filePattern"},"examples":[["test/","*.md"]],"$comment":"exclude"},"allow":{"description":"Files that look like secrets and are meant to be in it, by their paths in the folder.","type":"array","maxItems":1000,"uniqueItems":true,"items":{"description":"A path below the folder of the project file, with `/`.","type":"string","minLength":1,"maxLength":1024,"examples":["dist/api"],"$comment":"path"},"examples":[[".env"]],"$comment":"allow"},"filePattern":{"description":"A pattern as in .gitignore, seen from the folder.","type":"string","maxLength":1024,"pattern":"^(?!\\s*$)[^\\u0000\\r\\n]*$","examples":["test/"],"$comment":"filePattern"},"packageName":{"description":"Name of a package.","type":"string","maxLength":214,"pattern":"^(@[a-zA-Z0-9~_-][a-zA-Z0-9._~-]*/)?[a-zA-Z0-9~_-][a-zA-Z0-9._~-]*$","examples":["sharp"],"$comment":"packageName"},"code":{"title":"Code","description":"What a zip is made of: a folder, a ready .zip, a module of Node.js with all that it imports, or Python with its requirements.","examples":["dist/api","dist/api.zip",{"path":"dist/api","exclude":["test/"]},{"bundle":"src/api.ts"},{"python":"src"}],"anyOf":[{"$ref":"#/definitions/codePath"},{"$ref":"#/definitions/files"},{"$ref":"#/definitions/bundle"},{"$ref":"#/definitions/python"}],"$comment":"code","branches":{"codePath":null,"files":["path","include","exclude","allow"],"bundle":["bundle","format","minify","sourceMap","external","awsSdk"],"python":["python","requirements","installer","include","exclude","allow"]}},"commandText":{"description":"A program and its arguments with blanks between them.","type":"string","minLength":1,"maxLength":4096,"examples":["npm run build"],"$comment":"commandText"},"commandWords":{"description":"A program and its arguments, one by one.","type":"array","minItems":1,"maxItems":100,"items":{"$ref":"#/definitions/runWord"},"examples":[["npm","run","build"]],"$comment":"commandWords"},"noBuild":{"description":"Nothing runs.","type":"null","examples":[null],"$comment":"noBuild"},"commandRun":{"description":"A program and its arguments, as one text or one by one.","examples":["npm run build",["npm","run","build"]],"anyOf":[{"$ref":"#/definitions/commandText"},{"$ref":"#/definitions/commandWords"}],"$comment":"commandRun","branches":{"commandText":null,"commandWords":null}},"buildCommand":{"title":"Build command","description":"What runs, how, and how long it may take.","type":"object","additionalProperties":false,"examples":[{"run":"npm run build","timeout":"20m"}],"properties":{"run":{"$ref":"#/definitions/commandRun","description":"The program and its arguments; with `shell`, what the shell reads.","examples":["npm run build",["npm","run","build"]]},"shell":{"description":"Whether a shell reads `run`, with its quotes, pipes and variables.","type":"boolean","default":false,"examples":[true],"$comment":"buildCommand.shell"},"timeout":{"$ref":"#/definitions/duration","description":"How long it may take.","default":"10m","examples":["20m"]}},"$comment":"buildCommand"},"build":{"title":"Build","description":"What runs before the code is packed, in the folder of the project file: a program with its arguments, without a shell and without credentials of AWS. Equal ones run once. `null`: nothing.","examples":["npm run build",["npm","run","build"],{"run":"npm run build && npm run check","shell":true,"timeout":"20m"}],"anyOf":[{"$ref":"#/definitions/commandText"},{"$ref":"#/definitions/commandWords"},{"$ref":"#/definitions/buildCommand"},{"$ref":"#/definitions/noBuild"}],"$comment":"build","branches":{"commandText":null,"commandWords":null,"buildCommand":["run","shell","timeout"],"noBuild":null}},"imageUri":{"description":"An image by its digest, or by a tag, which is looked up once: a release deploys a digest.","type":"string","pattern":"^[a-z0-9][a-zA-Z0-9._:/-]{0,511}(@sha256:[a-f0-9]{64}|:[a-zA-Z0-9_][a-zA-Z0-9._-]{0,127})$","examples":["123456789012.dkr.ecr.eu-west-1.amazonaws.com/orders@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef","public.ecr.aws/lambda/nodejs:24"],"$comment":"imageUri"},"dockerfile":{"title":"Dockerfile","description":"An image built by whatever builder of images is on this machine, for the architecture of the function.","type":"object","additionalProperties":false,"examples":[{"dockerfile":"Dockerfile","target":"prod","args":{"NODE_ENV":"production"},"secrets":{"npmrc":".npmrc"}}],"properties":{"dockerfile":{"$ref":"#/definitions/path","description":"The Dockerfile, seen from the project file.","examples":["Dockerfile"]},"context":{"$ref":"#/definitions/path","description":"The folder that the build sees, seen from the project file.","default":".","examples":["."]},"target":{"description":"The stage of the Dockerfile to build. Without it, the last.","type":"string","pattern":"^[a-zA-Z0-9][a-zA-Z0-9_.-]{0,127}$","examples":["prod"],"$comment":"dockerfile.target"},"args":{"description":"Build arguments. They can be read in the image: what is secret belongs to `secrets`.","type":"object","maxProperties":100,"propertyNames":{"$ref":"#/definitions/argName"},"additionalProperties":{"$ref":"#/definitions/argValue"},"examples":[{"NODE_ENV":"production"}],"$comment":"dockerfile.args"},"secrets":{"description":"Files that the build may read and that do not go into the image, by their ids.","type":"object","maxProperties":100,"propertyNames":{"$ref":"#/definitions/secretId"},"additionalProperties":{"$ref":"#/definitions/path"},"examples":[{"npmrc":".npmrc"}],"$comment":"dockerfile.secrets"},"cacheFrom":{"description":"Where layers of earlier builds are taken from, in the words of the builder.","type":"array","maxItems":20,"items":{"$ref":"#/definitions/cachePlace"},"examples":[["type=gha"]],"$comment":"dockerfile.cacheFrom"},"cacheTo":{"description":"Where layers are kept for later builds, in the words of the builder.","type":"array","maxItems":20,"items":{"$ref":"#/definitions/cachePlace"},"examples":[["type=gha,mode=max"]],"$comment":"dockerfile.cacheTo"},"builder":{"description":"The builder. Without it, the first of them that is there.","type":"string","enum":["buildx","docker","podman","buildah","finch"],"examples":["buildah"],"$comment":"dockerfile.builder"}},"$comment":"dockerfile"},"append":{"title":"Append","description":"Files as one more layer on a base image, without any builder of images. The base is pinned by its digest in a lock file.","type":"object","additionalProperties":false,"examples":[{"base":"public.ecr.aws/lambda/nodejs:24","add":"dist"}],"properties":{"base":{"$ref":"#/definitions/imageUri","description":"The image to begin with.","examples":["public.ecr.aws/lambda/nodejs:24"]},"add":{"$ref":"#/definitions/path","description":"The folder to add, or a single file such as a static bootstrap.","examples":["dist"]},"to":{"description":"The folder in the image.","type":"string","maxLength":1024,"pattern":"^(?!.*/\\.{1,2}(/|$))/[^\\u0000-\\u001f\\\\]*$","default":"/var/task","examples":["/var/task"],"$comment":"append.to"},"include":{"$ref":"#/definitions/include"},"exclude":{"$ref":"#/definitions/exclude"},"allow":{"$ref":"#/definitions/allow"}},"$comment":"append"},"argName":{"description":"Name of a build argument.","type":"string","pattern":"^[a-zA-Z_][a-zA-Z0-9_]{0,127}$","examples":["NODE_ENV"],"$comment":"argName"},"argValue":{"description":"Value of a build argument.","type":"string","maxLength":32768,"examples":["production"],"$comment":"argValue"},"secretId":{"description":"Id of a secret, as the Dockerfile mounts it.","type":"string","pattern":"^[a-zA-Z0-9_][a-zA-Z0-9_.-]{0,63}$","examples":["npmrc"],"$comment":"secretId"},"cachePlace":{"description":"A place in the words of the builder.","type":"string","maxLength":2048,"pattern":"^[^\\s\\u0000-\\u001f-][^\\s\\u0000-\\u001f]*$","examples":["type=gha"],"$comment":"cachePlace"},"image":{"title":"Image","description":"A container image instead of `code`: one that is there already, one from a Dockerfile, or files on a base without any builder of images.","examples":["123456789012.dkr.ecr.eu-west-1.amazonaws.com/orders@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef","123456789012.dkr.ecr.eu-west-1.amazonaws.com/orders:1.4.2",{"dockerfile":"Dockerfile"},{"base":"public.ecr.aws/lambda/nodejs:24","add":"dist"}],"anyOf":[{"$ref":"#/definitions/imageUri"},{"$ref":"#/definitions/dockerfile"},{"$ref":"#/definitions/append"}],"$comment":"image","branches":{"imageUri":null,"dockerfile":["dockerfile","context","target","args","secrets","cacheFrom","cacheTo","builder"],"append":["base","add","to","include","exclude","allow"]}},"ecr":{"title":"Ecr","description":"The repository for an image that shipit builds, and what is asked of images in it. Images are pushed and deployed by their digest.","type":"object","additionalProperties":false,"examples":[{"repository":"orders/api","create":true,"failOn":"HIGH","keep":10}],"properties":{"repository":{"description":"Its name in the account and region of the release, or the ARN of one elsewhere. Without it, `<project>/<key>` in small letters.","type":"string","maxLength":512,"pattern":"^(arn:aws[a-zA-Z-]*:ecr:(eusc-)?[a-z]{2}(-gov|-iso[a-z]?)?-[a-z]+-\\d:\\d{12}:repository/)?(?=.{2,256}$)[a-z0-9]+([._-][a-z0-9]+)*(/[a-z0-9]+([._-][a-z0-9]+)*)*$","examples":["orders/api","arn:aws:ecr:eu-west-1:123456789012:repository/orders/api"],"$comment":"ecr.repository"},"create":{"description":"Makes the repository when it is not there: with tags that do not move, scan on push, and a policy that keeps what is in use.","type":"boolean","default":false,"examples":[true],"$comment":"ecr.create"},"failOn":{"description":"Waits for the scan of the image, and refuses it for a finding so severe or worse. `null`: no scan is waited for.","type":["string","null"],"enum":["CRITICAL","HIGH","MEDIUM","LOW",null],"examples":["HIGH"],"$comment":"ecr.failOn"},"keep":{"description":"How many images stay, the newest first, beside those that an alias or a version uses. `null`: all of them.","type":["integer","null"],"minimum":1,"maximum":100000,"examples":[10],"$comment":"ecr.keep"}},"$comment":"ecr"},"ownRole":{"title":"Own role","description":"A role that shipit makes, keeps as declared and deletes with the function. Logs come by themselves, and so does what X-Ray, a VPC, a dead letter queue, a file system, a key and durable executions need.","type":"object","additionalProperties":false,"examples":[{"managed":["arn:aws:iam::aws:policy/AmazonSQSReadOnlyAccess"]}],"properties":{"name":{"description":"Name of the role. Without it, `<Lambda name>-role`.","type":"string","pattern":"^[a-zA-Z0-9+=,.@_-]{1,64}$","examples":["orders-api"],"$comment":"ownRole.name"},"path":{"description":"Path of the role in IAM.","type":"string","maxLength":512,"pattern":"^/([a-zA-Z0-9+=,.@_-]+/)*$","default":"/","examples":["/teams/orders/"],"$comment":"ownRole.path"},"statements":{"description":"What the function may do: statements of an IAM policy, with IAM's own names.","type":"array","maxItems":100,"items":{"$ref":"#/definitions/statement"},"examples":[[{"Effect":"Allow","Action":"dynamodb:PutItem","Resource":"arn:aws:dynamodb:eu-west-1:123456789012:table/orders"}]],"$comment":"ownRole.statements"},"managed":{"description":"ARNs of managed policies, at most 20.","type":"array","maxItems":20,"uniqueItems":true,"items":{"description":"ARN of a managed policy.","type":"string","pattern":"^arn:(aws[a-zA-Z-]*)?:iam::(aws|\\d{12}):policy/[a-zA-Z0-9+=,.@_/-]{1,512}$","examples":["arn:aws:iam::aws:policy/AmazonSQSReadOnlyAccess"],"$comment":"policyArn"},"examples":[["arn:aws:iam::aws:policy/AmazonSQSReadOnlyAccess"]],"$comment":"ownRole.managed"},"boundary":{"description":"ARN of the policy that bounds what the role may do. `null`: none.","type":["string","null"],"pattern":"^arn:(aws[a-zA-Z-]*)?:iam::(aws|\\d{12}):policy/[a-zA-Z0-9+=,.@_/-]{1,512}$","examples":["arn:aws:iam::123456789012:policy/boundary"],"$comment":"ownRole.boundary"},"allowEverything":{"description":"Says that a role that may do everything is meant; without it, such a role is refused.","type":"boolean","default":false,"examples":[true],"$comment":"ownRole.allowEverything"}},"$comment":"ownRole"},"policyArn":{"description":"ARN of a managed policy.","type":"string","pattern":"^arn:(aws[a-zA-Z-]*)?:iam::(aws|\\d{12}):policy/[a-zA-Z0-9+=,.@_/-]{1,512}$","examples":["arn:aws:iam::aws:policy/AmazonSQSReadOnlyAccess"],"$comment":"policyArn"},"statement":{"title":"Statement","description":"One statement of an IAM policy.","type":"object","required":["Effect"],"additionalProperties":false,"examples":[{"Effect":"Allow","Action":["dynamodb:GetItem","dynamodb:PutItem"],"Resource":"arn:aws:dynamodb:eu-west-1:123456789012:table/orders"}],"properties":{"Sid":{"description":"A name for the statement: letters and digits.","type":"string","pattern":"^[a-zA-Z0-9]{0,100}$","examples":["Orders"],"$comment":"statement.Sid"},"Effect":{"description":"Allow or Deny.","type":"string","enum":["Allow","Deny"],"examples":["Allow"],"$comment":"statement.Effect"},"Action":{"$ref":"#/definitions/actions","description":"What it is about, one action or a list.","examples":["dynamodb:PutItem"]},"NotAction":{"$ref":"#/definitions/actions","description":"Everything but these actions.","examples":[["iam:*"]]},"Resource":{"$ref":"#/definitions/resources","description":"On what, one ARN or a list; `*` stands for anything.","examples":["arn:aws:dynamodb:eu-west-1:123456789012:table/orders"]},"NotResource":{"$ref":"#/definitions/resources","description":"On everything but these.","examples":[["arn:aws:s3:::secrets/*"]]},"Condition":{"description":"Under which conditions, as IAM writes them; `$${` is a literal `${`.","type":"object","additionalProperties":{"$ref":"#/definitions/condition"},"examples":[{"StringEquals":{"aws:ResourceTag/team":"orders"}}],"$comment":"statement.Condition"}},"$comment":"statement"},"actions":{"description":"One action of IAM or a list of them.","type":["string","array"],"pattern":"^(\\*|[a-zA-Z0-9-]+:[a-zA-Z0-9*?]+)$","minItems":1,"items":{"$ref":"#/definitions/action"},"examples":["dynamodb:PutItem",["s3:GetObject","s3:PutObject"]],"$comment":"actions"},"action":{"description":"One action of IAM.","type":"string","pattern":"^(\\*|[a-zA-Z0-9-]+:[a-zA-Z0-9*?]+)$","examples":["dynamodb:PutItem"],"$comment":"action"},"resources":{"description":"One ARN or a list of them.","type":["string","array"],"pattern":"^(\\*|arn:[^\\s]+)$","minItems":1,"items":{"$ref":"#/definitions/resource"},"examples":["arn:aws:s3:::orders/*",["arn:aws:s3:::orders","arn:aws:s3:::orders/*"]],"$comment":"resources"},"resource":{"description":"One ARN, with `*` for anything.","type":"string","pattern":"^(\\*|arn:[^\\s]+)$","examples":["arn:aws:s3:::orders/*"],"$comment":"resource"},"condition":{"description":"The keys of one operator and their values.","type":"object","additionalProperties":{"type":["string","number","boolean","array"]},"examples":[{"aws:ResourceTag/team":"orders"}],"$comment":"condition"},"role":{"title":"Role","description":"The execution role: the ARN of one that is there, or what a role that shipit makes may do.","examples":["arn:aws:iam::123456789012:role/orders",{"statements":[{"Effect":"Allow","Action":"dynamodb:PutItem","Resource":"arn:aws:dynamodb:eu-west-1:123456789012:table/orders"}]}],"anyOf":[{"$ref":"#/definitions/roleArn"},{"$ref":"#/definitions/ownRole"}],"$comment":"role","branches":{"roleArn":null,"ownRole":["name","path","statements","managed","boundary","allowEverything"]}},"layerKey":{"description":"The word for a layer in this file.","type":"string","pattern":"^[a-zA-Z0-9][a-zA-Z0-9_-]{0,63}$","examples":["shared"],"$comment":"layerKey"},"layerArchitecture":{"description":"A processor.","type":"string","enum":["x86_64","arm64"],"examples":["arm64"],"$comment":"layerArchitecture"},"layer":{"title":"Layer","description":"A layer of this project: published when its content changes, and only then.","type":"object","additionalProperties":false,"examples":[{"code":"layers/shared","runtimes":["nodejs24.x"],"keep":5}],"properties":{"code":{"$ref":"#/definitions/code"},"build":{"$ref":"#/definitions/build"},"name":{"description":"The name at AWS. Without it, `<project>-<key>`, and with a stage `<project>-<stage>-<key>`.","type":"string","pattern":"^[a-zA-Z0-9_-]{1,140}$","examples":["orders-shared"],"$comment":"layer.name"},"description":{"description":"What the layer is for, up to 256 characters.","type":"string","maxLength":256,"examples":["Shared code of the orders"],"$comment":"layer.description"},"runtimes":{"description":"The runtimes that it is made for, at most 15.","type":"array","maxItems":15,"uniqueItems":true,"items":{"description":"The Lambda runtime. Words that shipit does not know are passed on.","type":"string","pattern":"^[a-z][a-z0-9.]{1,63}$","examples":["nodejs24.x","python3.13"],"$comment":"runtime"},"examples":[["nodejs22.x","nodejs24.x"]],"$comment":"layer.runtimes"},"architectures":{"description":"The processors that it is made for.","type":"array","maxItems":2,"uniqueItems":true,"items":{"description":"A processor.","type":"string","enum":["x86_64","arm64"],"examples":["arm64"],"$comment":"layerArchitecture"},"examples":[["arm64"]],"$comment":"layer.architectures"},"license":{"description":"The licence: a name, an address or the text, up to 512 characters.","type":"string","maxLength":512,"examples":["MIT"],"$comment":"layer.license"},"keep":{"description":"How many versions stay, the newest first. Without it, all of them.","type":"integer","minimum":1,"maximum":1000000,"examples":[5],"$comment":"layer.keep"}},"$comment":"layer"},"alarm":{"description":"Name of an existing alarm, or what shipit makes alarms for.","examples":["orders-api-errors",{"create":["errors","throttles","p99"]}],"anyOf":[{"$ref":"#/definitions/alarmName"},{"$ref":"#/definitions/createdAlarms"}],"$comment":"alarm","branches":{"alarmName":null,"createdAlarms":["create"]}},"createdAlarms":{"title":"Created alarms","description":"Alarms that shipit makes, and removes when they are no longer declared.","type":"object","required":["create"],"additionalProperties":false,"examples":[{"create":["errors","throttles","p99"]}],"properties":{"create":{"description":"What they watch, each kind once, with a threshold or with the default of its kind.","type":"array","minItems":1,"maxItems":3,"items":{"$ref":"#/definitions/createdAlarm"},"examples":[["errors","throttles","p99"],[{"errors":"2%"},{"p99":"800ms"}]],"$comment":"createdAlarms.create"}},"$comment":"createdAlarms"},"createdAlarm":{"description":"What one alarm watches, alone or with its threshold.","examples":["errors",{"p99":"800ms"}],"anyOf":[{"$ref":"#/definitions/alarmKind"},{"$ref":"#/definitions/alarmThreshold"}],"$comment":"createdAlarm","branches":{"alarmKind":null,"alarmThreshold":["errors","throttles","p99"]}},"alarmKind":{"description":"What an alarm watches: failed requests, throttled requests, or how long the slowest hundredth takes.","type":"string","enum":["errors","throttles","p99"],"examples":["errors"],"$comment":"alarmKind"},"alarmThreshold":{"title":"Alarm threshold","description":"What an alarm watches, with its threshold: one of these.","type":"object","minProperties":1,"maxProperties":1,"additionalProperties":false,"examples":[{"errors":"2%"}],"properties":{"errors":{"$ref":"#/definitions/percent","description":"The share of requests that may fail.","examples":["2%"]},"throttles":{"description":"How many requests a minute may be throttled.","type":"integer","minimum":1,"maximum":1000000,"examples":[5],"$comment":"alarmThreshold.throttles"},"p99":{"$ref":"#/definitions/duration","description":"How long 99 of 100 requests may take at most.","examples":["800ms"]}},"$comment":"alarmThreshold"},"alarms":{"title":"Alarms","description":"Alarms of CloudWatch that send a release back: names of metric or composite alarms that exist, and kinds of alarms that shipit makes for the alias and for the candidate.","type":"array","maxItems":100,"items":{"$ref":"#/definitions/alarm"},"examples":[["orders-api-errors"],["orders-api-errors",{"create":["errors","throttles",{"p99":"800ms"}]}]],"$comment":"alarms"},"hooks":{"title":"Hooks","description":"What is asked for its verdict, and when. One that fails sends the release back; after `onRollback` nothing more is at stake.","type":"object","additionalProperties":false,"examples":[{"preTraffic":[{"smoke":"testEvents"}],"postTraffic":[{"invoke":"check-orders"}]}],"properties":{"preTraffic":{"$ref":"#/definitions/hookList","description":"Before the candidate gets any traffic.","examples":[[{"smoke":"testEvents"}]]},"afterStep":{"$ref":"#/definitions/hookList","description":"When the bake of a step below 100% is over.","examples":[[{"run":["npm","run","smoke"]}]]},"postTraffic":{"$ref":"#/definitions/hookList","description":"As soon as the candidate has all traffic.","examples":[[{"http":"https://status.example.com/health"}]]},"onRollback":{"$ref":"#/definitions/hookList","description":"After a release went back; their verdict changes nothing.","examples":[[{"invoke":"clean-up"}]]}},"$comment":"hooks"},"hookList":{"description":"Hooks, asked in this order.","type":"array","maxItems":20,"items":{"$ref":"#/definitions/hook"},"examples":[[{"smoke":"testEvents"}]],"$comment":"hookList"},"invoke":{"title":"Invoke","description":"Invokes a function with the release, its versions and the step. What it returns is the verdict: `{ status: pass | fail | inconclusive, because }`.","type":"object","required":["invoke"],"additionalProperties":false,"examples":[{"invoke":"check-orders","timeout":"1m"}],"properties":{"invoke":{"description":"The key of a function of this project, or a Lambda name.","type":"string","pattern":"^[a-zA-Z0-9_-]{1,64}$","examples":["check-orders"],"$comment":"invoke.invoke"},"name":{"$ref":"#/definitions/hookName"},"timeout":{"$ref":"#/definitions/duration","description":"How long it may take.","default":"30s","examples":["1m"]},"retries":{"$ref":"#/definitions/hookRetries"},"onTimeout":{"$ref":"#/definitions/hookOnTimeout"}},"$comment":"invoke"},"http":{"title":"Http","description":"Asks an address; status and, if given, body are the verdict.","type":"object","required":["http"],"additionalProperties":false,"examples":[{"http":"https://status.example.com/health","headers":{"Authorization":"Bearer ${secret:status/token}"},"status":[200,204]}],"properties":{"http":{"$ref":"#/definitions/url","description":"The address, with http:// or https://.","examples":["https://status.example.com/health"]},"method":{"description":"The method.","type":"string","enum":["GET","HEAD","POST","PUT","PATCH","DELETE"],"default":"GET","examples":["POST"],"$comment":"http.method"},"headers":{"$ref":"#/definitions/headers"},"status":{"$ref":"#/definitions/status"},"body":{"description":"A JMESPath expression over the JSON that came back, which has to be true. Without it, the body is not looked at.","type":"string","minLength":1,"maxLength":4096,"pattern":"\\S","examples":["status == 'ok'"],"$comment":"http.body"},"name":{"$ref":"#/definitions/hookName"},"timeout":{"$ref":"#/definitions/duration","description":"How long it may take.","default":"30s","examples":["10s"]},"retries":{"$ref":"#/definitions/hookRetries"},"onTimeout":{"$ref":"#/definitions/hookOnTimeout"}},"$comment":"http"},"status":{"description":"The status that is expected, or several.","default":200,"examples":[200,[200,204]],"anyOf":[{"$ref":"#/definitions/statusCode"},{"$ref":"#/definitions/statusCodes"}],"$comment":"status","branches":{"statusCode":null,"statusCodes":null}},"statusCode":{"description":"A status of HTTP.","type":"integer","minimum":100,"maximum":599,"examples":[200],"$comment":"statusCode"},"statusCodes":{"description":"Statuses of HTTP.","type":"array","minItems":1,"maxItems":20,"items":{"$ref":"#/definitions/statusCode"},"examples":[[200,204]],"$comment":"statusCodes"},"run":{"title":"Run","description":"Runs a program in the folder of the project file, without a shell. Exit code 0 passes, 75 is inconclusive, any other fails.","type":"object","required":["run"],"additionalProperties":false,"examples":[{"run":["npm","run","smoke"],"credentials":true}],"properties":{"run":{"description":"The program and its arguments, one by one.","type":"array","minItems":1,"maxItems":100,"items":{"$ref":"#/definitions/runWord"},"examples":[["npm","run","smoke"]],"$comment":"run.run"},"credentials":{"description":"Whether it gets the credentials of AWS that shipit has, those of a profile or a role that the project names too.","type":"boolean","default":false,"examples":[true],"$comment":"run.credentials"},"name":{"$ref":"#/definitions/hookName"},"timeout":{"$ref":"#/definitions/duration","description":"How long it may take.","default":"5m","examples":["10m"]},"retries":{"$ref":"#/definitions/hookRetries"},"onTimeout":{"$ref":"#/definitions/hookOnTimeout"}},"$comment":"run"},"runWord":{"description":"The program, or one argument.","type":"string","maxLength":4096,"examples":["npm"],"$comment":"runWord"},"smoke":{"title":"Smoke","description":"Invokes the candidate with each sample event of its function.","type":"object","required":["smoke"],"additionalProperties":false,"examples":[{"smoke":"testEvents"}],"properties":{"smoke":{"description":"The events: those of `testEvents`.","type":"string","enum":["testEvents"],"examples":["testEvents"],"$comment":"smoke.smoke"},"name":{"$ref":"#/definitions/hookName"},"timeout":{"$ref":"#/definitions/duration","description":"How long one event may take.","default":"30s","examples":["1m"]},"retries":{"$ref":"#/definitions/hookRetries"},"onTimeout":{"$ref":"#/definitions/hookOnTimeout"}},"$comment":"smoke"},"hookName":{"description":"What people call it. Without it, what it does.","type":"string","pattern":"^\\S(.{0,62}\\S)?$","examples":["orders are taken"],"$comment":"hookName"},"hookRetries":{"description":"Further tries after one that failed or took too long, at most 5.","type":"integer","minimum":0,"maximum":5,"default":0,"examples":[2],"$comment":"hookRetries"},"hookOnTimeout":{"description":"What it means when the last try takes too long.","type":"string","enum":["fail","pass","inconclusive"],"default":"fail","examples":["inconclusive"],"$comment":"hookOnTimeout"},"hook":{"title":"Hook","description":"Something that is asked for its verdict on a release: a function, an address, a program, or the sample events.","examples":[{"invoke":"check-orders"},{"http":"https://status.example.com/health","body":"status == 'ok'"},{"run":["npm","run","smoke"],"timeout":"10m"},{"smoke":"testEvents"}],"anyOf":[{"$ref":"#/definitions/invoke"},{"$ref":"#/definitions/http"},{"$ref":"#/definitions/run"},{"$ref":"#/definitions/smoke"}],"$comment":"hook","branches":{"invoke":["invoke","name","timeout","retries","onTimeout"],"http":["http","method","headers","status","body","name","timeout","retries","onTimeout"],"run":["run","credentials","name","timeout","retries","onTimeout"],"smoke":["smoke","name","timeout","retries","onTimeout"]}},"preset":{"title":"Preset","description":"One of CodeDeploy's words for a rollout.","enum":["Canary10Percent5Minutes","Canary10Percent10Minutes","Canary10Percent15Minutes","Canary10Percent30Minutes","Linear10PercentEvery1Minute","Linear10PercentEvery2Minutes","Linear10PercentEvery3Minutes","Linear10PercentEvery10Minutes","AllAtOnce"],"type":"string","examples":["Canary10Percent5Minutes"],"$comment":"preset"},"canary":{"title":"Canary","description":"A share of the traffic first, then all of it.","type":"object","required":["canary"],"additionalProperties":false,"examples":[{"canary":"10%","bake":"10m"}],"properties":{"canary":{"$ref":"#/definitions/weight","description":"The share of requests that the candidate gets first.","examples":["10%"]},"bake":{"$ref":"#/definitions/duration","description":"How long it is watched at that share before it gets everything.","default":"10m","examples":["10m"]},"approval":{"$ref":"#/definitions/approval","description":"Whether a person has to approve before it gets everything.","examples":[true,{"expires":"4h","then":"continue"}]},"bakeAfter":{"$ref":"#/definitions/duration","description":"How long it is watched at 100% before the release ends.","default":"0s","examples":["5m"]}},"$comment":"canary"},"linear":{"title":"Linear","description":"Equal shares, one after the other.","type":"object","required":["linear","every"],"additionalProperties":false,"examples":[{"linear":"10%","every":"1m"}],"properties":{"linear":{"$ref":"#/definitions/weight","description":"The share of requests that each step adds.","examples":["10%"]},"every":{"$ref":"#/definitions/duration","description":"How long each step is watched.","examples":["1m"]},"bakeAfter":{"$ref":"#/definitions/duration","description":"How long it is watched at 100% before the release ends.","default":"0s","examples":["5m"]}},"$comment":"linear"},"steps":{"title":"Steps","description":"Free steps, each with its own weight and bake; 100% follows the last one.","type":"object","required":["steps"],"additionalProperties":false,"examples":[{"steps":[{"weight":"1%","bake":"2m"}],"bakeAfter":"5m"}],"properties":{"steps":{"description":"The steps; their weights rise.","type":"array","minItems":1,"maxItems":100,"items":{"$ref":"#/definitions/step"},"examples":[[{"weight":"1%","bake":"2m"}]],"$comment":"steps.steps"},"bakeAfter":{"$ref":"#/definitions/duration","description":"How long it is watched at 100% before the release ends.","default":"0s","examples":["5m"]}},"$comment":"steps"},"step":{"title":"Step","description":"One stop of a rollout.","type":"object","required":["weight"],"additionalProperties":false,"examples":[{"weight":"25%","bake":"5m"}],"properties":{"weight":{"$ref":"#/definitions/weight","description":"The share of requests that the candidate gets in this step.","examples":["25%"]},"bake":{"$ref":"#/definitions/duration","description":"How long this step is watched.","default":"10m","examples":["5m"]},"alarms":{"description":"Names of alarms that veto while this step lasts, beside those of the functions.","type":"array","maxItems":100,"uniqueItems":true,"items":{"description":"Name of an existing CloudWatch alarm.","type":"string","minLength":1,"maxLength":255,"examples":["orders-api-errors"],"$comment":"alarmName"},"examples":[["orders-checkout-errors"]],"$comment":"step.alarms"},"hooks":{"$ref":"#/definitions/hookList","description":"What is asked when its bake is over, after the hooks of the functions.","examples":[[{"run":["npm","run","smoke"]}]]},"approval":{"$ref":"#/definitions/approval","description":"Whether a person has to approve before the next step.","examples":[true,{"expires":"4h","then":"continue"}]}},"$comment":"step"},"approval":{"description":"Waits for `shipit approve`, for 24 hours; or says how long, and what then.","examples":[true,{"expires":"4h","then":"continue"}],"anyOf":[{"$ref":"#/definitions/approvalWord"},{"$ref":"#/definitions/approvalTerms"}],"$comment":"approval","branches":{"approvalWord":null,"approvalTerms":["expires","then"]}},"approvalWord":{"description":"Whether a person has to approve.","type":"boolean","examples":[true],"$comment":"approvalWord"},"approvalTerms":{"title":"Approval terms","description":"How long it waits for a person, and what then.","type":"object","additionalProperties":false,"examples":[{"expires":"4h","then":"continue"}],"properties":{"expires":{"$ref":"#/definitions/duration","description":"How long it waits.","default":"24h","examples":["4h"]},"then":{"description":"What happens when nobody answered.","type":"string","enum":["rollback","continue"],"default":"rollback","examples":["continue"],"$comment":"approvalTerms.then"}},"$comment":"approvalTerms"},"rollout":{"title":"Rollout","description":"How traffic moves to the candidate: a canary, equal steps, free steps, or one of CodeDeploy's words.","examples":[{"canary":"10%","bake":"10m"},"Linear10PercentEvery2Minutes",{"steps":[{"weight":"5%","bake":"5m","approval":true},{"weight":"50%","bake":"10m"}]}],"anyOf":[{"$ref":"#/definitions/preset"},{"$ref":"#/definitions/canary"},{"$ref":"#/definitions/linear"},{"$ref":"#/definitions/steps"}],"$comment":"rollout","branches":{"preset":null,"canary":["canary","bake","approval","bakeAfter"],"linear":["linear","every","bakeAfter"],"steps":["steps","bakeAfter"]}},"guard":{"title":"Guard","description":"The built-in gate: the candidate's own error rate over a step, and how alarms are read. It is on unless a release says --no-gate.","type":"object","additionalProperties":false,"examples":[{"maxErrorRate":"5%","minInvocations":20},{"insufficientData":"hold","ignoreFiring":["orders-known-problem"]}],"properties":{"maxErrorRate":{"$ref":"#/definitions/percent","description":"The largest share of the candidate's requests that may fail over a step.","default":"5%","examples":["5%"]},"minInvocations":{"description":"The guard does not speak before the candidate answered this many requests in a step.","type":"integer","minimum":1,"maximum":1000000,"default":20,"examples":[20],"$comment":"guard.minInvocations"},"insufficientData":{"description":"What an alarm without data says: nothing, wait, or go back.","type":"string","enum":["pass","hold","fail"],"default":"pass","examples":["hold"],"$comment":"guard.insufficientData"},"ignoreFiring":{"description":"Alarms that may fire and send nothing back; releases say which they were.","type":"array","maxItems":100,"uniqueItems":true,"items":{"description":"Name of an existing CloudWatch alarm.","type":"string","minLength":1,"maxLength":255,"examples":["orders-api-errors"],"$comment":"alarmName"},"examples":[["orders-known-problem"]],"$comment":"guard.ignoreFiring"},"onInconclusive":{"description":"What becomes of a step that is over without enough to judge it by.","type":"string","enum":["promote","hold","rollback"],"default":"promote","examples":["hold"],"$comment":"guard.onInconclusive"},"holdFor":{"$ref":"#/definitions/duration","description":"How long such a step waits for more before the release goes back.","default":"30m","examples":["1h"]}},"$comment":"guard"},"notifications":{"description":"Who hears of releases. One that cannot be reached never disturbs a release.","type":"array","maxItems":50,"items":{"$ref":"#/definitions/channel"},"examples":[[{"sns":"arn:aws:sns:eu-west-1:123456789012:releases","on":["rolledBack","stuck"]}]],"$comment":"notifications"},"sns":{"title":"Sns","description":"A topic of SNS.","type":"object","required":["sns"],"additionalProperties":false,"examples":[{"sns":"arn:aws:sns:eu-west-1:123456789012:releases"}],"properties":{"sns":{"description":"ARN of the topic.","type":"string","pattern":"^arn:aws[a-zA-Z-]*:sns:(eusc-)?[a-z]{2}(-gov|-iso[a-z]?)?-[a-z]+-\\d:\\d{12}:[a-zA-Z0-9_-]{1,256}$","examples":["arn:aws:sns:eu-west-1:123456789012:releases"],"$comment":"sns.sns"},"on":{"$ref":"#/definitions/occasions"}},"$comment":"sns"},"eventBridge":{"title":"Event bridge","description":"A bus of EventBridge; the events have the source `shipit`.","type":"object","required":["eventBridge"],"additionalProperties":false,"examples":[{"eventBridge":"default"}],"properties":{"eventBridge":{"description":"Name or ARN of the bus.","type":"string","pattern":"^(arn:aws[a-zA-Z-]*:events:(eusc-)?[a-z]{2}(-gov|-iso[a-z]?)?-[a-z]+-\\d:\\d{12}:event-bus/)?[/.\\-_A-Za-z0-9]{1,256}$","examples":["default"],"$comment":"eventBridge.eventBridge"},"on":{"$ref":"#/definitions/occasions"}},"$comment":"eventBridge"},"slack":{"title":"Slack","description":"A channel of Slack, by an incoming webhook.","type":"object","required":["slack"],"additionalProperties":false,"examples":[{"slack":"${secret:releases/slack}"}],"properties":{"slack":{"$ref":"#/definitions/channelUrl","description":"Address of the webhook, a secret: refer to it.","examples":["${secret:releases/slack}"]},"on":{"$ref":"#/definitions/occasions"}},"$comment":"slack"},"webhook":{"title":"Webhook","description":"Any address that takes JSON.","type":"object","required":["webhook"],"additionalProperties":false,"examples":[{"webhook":"https://releases.example.com/shipit","headers":{"Authorization":"Bearer ${secret:releases/token}"}}],"properties":{"webhook":{"$ref":"#/definitions/channelUrl","description":"The address, with http:// or https://.","examples":["https://releases.example.com/shipit"]},"headers":{"$ref":"#/definitions/headers"},"on":{"$ref":"#/definitions/occasions"}},"$comment":"webhook"},"occasions":{"description":"Of what it hears. Without it, of everything.","type":"array","minItems":1,"maxItems":6,"uniqueItems":true,"items":{"description":"What can be told of a release.","type":"string","enum":["started","step","waiting","rolledBack","promoted","stuck"],"examples":["rolledBack"],"$comment":"occasion"},"examples":[["rolledBack","stuck"]],"$comment":"occasions"},"occasion":{"description":"What can be told of a release.","type":"string","enum":["started","step","waiting","rolledBack","promoted","stuck"],"examples":["rolledBack"],"$comment":"occasion"},"channelUrl":{"description":"An address, with http:// or https://. It may be a secret.","type":"string","maxLength":2048,"pattern":"^https?://[^\\s\\u0000-\\u001f]+$","examples":["https://releases.example.com/shipit"],"$comment":"channelUrl"},"channel":{"title":"Channel","description":"Who hears of a release: a topic of SNS, a bus of EventBridge, a channel of Slack, or any address.","examples":[{"sns":"arn:aws:sns:eu-west-1:123456789012:releases","on":["rolledBack","stuck"]},{"slack":"${secret:releases/slack}"}],"anyOf":[{"$ref":"#/definitions/sns"},{"$ref":"#/definitions/eventBridge"},{"$ref":"#/definitions/slack"},{"$ref":"#/definitions/webhook"}],"$comment":"channel","branches":{"sns":["sns","on"],"eventBridge":["eventBridge","on"],"slack":["slack","on"],"webhook":["webhook","headers","on"]}},"artifacts":{"title":"Artifacts","description":"Where zips lie that are too large to be sent with a call, and who signs them.","type":"object","additionalProperties":false,"examples":[{"bucket":"orders-artifacts","prefix":"orders"}],"properties":{"bucket":{"description":"The bucket for zips over 50 MB and for code that is signed. `null`, or without it: that of `shipit bootstrap`, where there is one.","type":["string","null"],"pattern":"^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$","examples":["orders-artifacts"],"$comment":"artifacts.bucket"},"prefix":{"description":"What keys in the bucket begin with.","type":"string","maxLength":512,"pattern":"^[^\\u0000-\\u001f]*$","default":"","examples":["orders"],"$comment":"artifacts.prefix"},"signingProfile":{"description":"The profile of AWS Signer that code is signed with. `null`, or without it: code is not signed.","type":["string","null"],"pattern":"^[a-zA-Z0-9_]{2,64}$","examples":["orders_profile"],"$comment":"artifacts.signingProfile"}},"$comment":"artifacts"},"local":{"title":"Local","description":"What `--local` needs beside the project.","type":"object","additionalProperties":false,"examples":[{"seed":"local.yaml"}],"properties":{"seed":{"$ref":"#/definitions/path","description":"A file with PutMetricAlarm inputs that are applied under --local where the alarm is absent.","examples":["local.yaml"]}},"$comment":"local"},"percent":{"description":"A share of requests: a number, at most one decimal, and `%`.","type":"string","pattern":"^(100(\\.0)?|\\d{1,2}(\\.\\d)?)%$","examples":["5%","0.5%"],"$comment":"percent"},"weight":{"description":"The share of requests that the candidate gets: above 0%, below 100%.","type":"string","pattern":"^(?!0{1,2}(\\.0)?%)\\d{1,2}(\\.\\d)?%$","examples":["10%","0.5%"],"$comment":"weight"},"duration":{"description":"A length of time: hours, minutes, seconds, milliseconds, in this order.","type":"string","pattern":"^(?=.)(\\d{1,4}h)?(\\d{1,5}m(?!s))?(\\d{1,6}s)?(\\d{1,7}ms)?$","examples":["10m","90s","1h30m"],"$comment":"duration"},"path":{"description":"A path below the folder of the project file, with `/`.","type":"string","minLength":1,"maxLength":1024,"examples":["dist/api"],"$comment":"path"},"rolloutName":{"description":"How new versions are rolled out: a name of `rollouts`, or one of CodeDeploy's words.","type":"string","minLength":1,"maxLength":64,"examples":["careful","Canary10Percent5Minutes"],"$comment":"rolloutName"},"roleArn":{"title":"Role ARN","description":"ARN of a role that is there already.","type":"string","pattern":"^arn:(aws[a-zA-Z-]*)?:iam::\\d{12}:role/[a-zA-Z_0-9+=,.@/-]{1,512}$","examples":["arn:aws:iam::123456789012:role/orders"],"$comment":"roleArn"},"kmsKey":{"description":"ARN of a key of KMS, or of an alias of one.","type":["string","null"],"pattern":"^arn:aws[a-zA-Z-]*:kms:(eusc-)?[a-z]{2}(-gov|-iso[a-z]?)?-[a-z]+-\\d:\\d{12}:(key|alias)/[a-zA-Z0-9/_-]{1,256}$","examples":["arn:aws:kms:eu-west-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab"],"$comment":"kmsKey"},"runtime":{"description":"The Lambda runtime. Words that shipit does not know are passed on.","type":"string","pattern":"^[a-z][a-z0-9.]{1,63}$","examples":["nodejs24.x","python3.13"],"$comment":"runtime"},"environmentKey":{"description":"Name of an environment variable, at least two characters.","type":"string","pattern":"^[a-zA-Z][a-zA-Z0-9_]+$","examples":["TABLE"],"$comment":"environmentKey"},"url":{"description":"An address, with http:// or https://.","type":"string","maxLength":2048,"pattern":"^https?://[^\\s\\u0000-\\u001f]+$","examples":["https://status.example.com/health"],"$comment":"url"},"headers":{"title":"Headers","description":"Headers of the request.","type":"object","maxProperties":50,"propertyNames":{"$ref":"#/definitions/headerName"},"additionalProperties":{"$ref":"#/definitions/headerValue"},"examples":[{"X-Team":"orders"}],"$comment":"headers"},"headerName":{"description":"Name of a header.","type":"string","pattern":"^[a-zA-Z0-9!#$%&'*+.^_`|~-]{1,128}$","examples":["X-Team"],"$comment":"headerName"},"headerValue":{"description":"Value of a header.","type":"string","maxLength":8192,"pattern":"^[^\\u0000-\\u0008\\u000a-\\u001f\\u007f]*$","examples":["orders"],"$comment":"headerValue"},"alarmName":{"description":"Name of an existing CloudWatch alarm.","type":"string","minLength":1,"maxLength":255,"examples":["orders-api-errors"],"$comment":"alarmName"}},"$comment":"file"};
const schema12 = {"description":"The word for a function in this file and on the command line.","type":"string","pattern":"^[a-zA-Z0-9][a-zA-Z0-9_-]{0,63}$","examples":["api"],"$comment":"functionKey"};
const schema125 = {"description":"A name for a stage, part of the names that are not given.","type":"string","pattern":"^[a-zA-Z0-9][a-zA-Z0-9_-]{0,31}$","examples":["prod"],"$comment":"stageKey"};
const schema144 = {"description":"The word for a layer in this file.","type":"string","pattern":"^[a-zA-Z0-9][a-zA-Z0-9_-]{0,63}$","examples":["shared"],"$comment":"layerKey"};
const schema146 = {"title":"Artifacts","description":"Where zips lie that are too large to be sent with a call, and who signs them.","type":"object","additionalProperties":false,"examples":[{"bucket":"orders-artifacts","prefix":"orders"}],"properties":{"bucket":{"description":"The bucket for zips over 50 MB and for code that is signed. `null`, or without it: that of `shipit bootstrap`, where there is one.","type":["string","null"],"pattern":"^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$","examples":["orders-artifacts"],"$comment":"artifacts.bucket"},"prefix":{"description":"What keys in the bucket begin with.","type":"string","maxLength":512,"pattern":"^[^\\u0000-\\u001f]*$","default":"","examples":["orders"],"$comment":"artifacts.prefix"},"signingProfile":{"description":"The profile of AWS Signer that code is signed with. `null`, or without it: code is not signed.","type":["string","null"],"pattern":"^[a-zA-Z0-9_]{2,64}$","examples":["orders_profile"],"$comment":"artifacts.signingProfile"}},"$comment":"artifacts"};
const schema124 = {"description":"How new versions are rolled out: a name of `rollouts`, or one of CodeDeploy's words.","type":"string","minLength":1,"maxLength":64,"examples":["careful","Canary10Percent5Minutes"],"$comment":"rolloutName"};
const schema148 = {"description":"A name for a rollout.","type":"string","pattern":"^[a-zA-Z][a-zA-Z0-9_-]{0,63}$","examples":["careful"],"$comment":"rolloutKey"};
const schema36 = {"description":"A length of time: hours, minutes, seconds, milliseconds, in this order.","type":"string","pattern":"^(?=.)(\\d{1,4}h)?(\\d{1,5}m(?!s))?(\\d{1,6}s)?(\\d{1,7}ms)?$","examples":["10m","90s","1h30m"],"$comment":"duration"};
const func2 = Object.prototype.hasOwnProperty;
const func3 = require("ajv/dist/runtime/ucs2length").default;
const pattern0 = new RegExp("^[a-zA-Z0-9][a-zA-Z0-9_-]{0,62}$", "u");
const pattern1 = new RegExp("^[a-zA-Z0-9][a-zA-Z0-9_-]{0,63}$", "u");
const pattern62 = new RegExp("^[a-zA-Z0-9][a-zA-Z0-9_-]{0,31}$", "u");
const pattern63 = new RegExp("^(eusc-)?[a-z]{2}(-gov|-iso[a-z]?)?-[a-z]{1,20}-\\d$", "u");
const pattern64 = new RegExp("^\\d{12}$", "u");
const pattern65 = new RegExp("^[^\\u0000-\\u001f\\[\\]]{1,128}$", "u");
const pattern9 = new RegExp("^[a-zA-Z_][a-zA-Z0-9_]{0,127}$", "u");
const pattern91 = new RegExp("^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$", "u");
const pattern92 = new RegExp("^[^\\u0000-\\u001f]*$", "u");
const pattern93 = new RegExp("^[a-zA-Z0-9_]{2,64}$", "u");
const pattern94 = new RegExp("^[a-zA-Z][a-zA-Z0-9_-]{0,63}$", "u");
const pattern6 = new RegExp("^(?=.)(\\d{1,4}h)?(\\d{1,5}m(?!s))?(\\d{1,6}s)?(\\d{1,7}ms)?$", "u");
const pattern108 = new RegExp("^s3://[a-z0-9][a-z0-9.-]{1,61}[a-z0-9](/[^\\u0000-\\u001f]*)?$", "u");
const schema13 = {"title":"Lambda function","description":"One Lambda function. A key that is absent is left alone at AWS; `null` is AWS's default.","type":"object","additionalProperties":false,"examples":[{"code":"dist/api","handler":"index.handler","timeout":"10s"}],"properties":{"name":{"description":"The Lambda name. Without it, `<project>-<key>`, and with a stage `<project>-<stage>-<key>`.","type":"string","pattern":"^[a-zA-Z0-9_-]{1,64}$","examples":["orders-api"],"$comment":"function.name"},"code":{"$ref":"#/definitions/code"},"build":{"$ref":"#/definitions/build"},"image":{"$ref":"#/definitions/image"},"ecr":{"$ref":"#/definitions/ecr"},"handler":{"description":"File and function that Lambda calls, in the form of the runtime.","type":"string","pattern":"^[^\\s]{1,128}$","examples":["index.handler"],"$comment":"function.handler"},"runtime":{"$ref":"#/definitions/runtime"},"architecture":{"description":"The processor that the code is made for. `null`: x86_64.","type":["string","null"],"enum":["x86_64","arm64",null],"examples":["arm64"],"$comment":"function.architecture"},"memorySize":{"description":"Memory in MB, 128 to 10240, with a capacity provider up to 32768. `null`: 128.","type":["integer","null"],"minimum":128,"maximum":32768,"examples":[256],"$comment":"function.memorySize"},"timeout":{"description":"How long one request may take: whole seconds, 1s to 900s (15m), with a capacity provider up to 5400s. `null`: 3s.","type":["string","null"],"pattern":"^(?=.)(\\d{1,4}h)?(\\d{1,5}m(?!s))?(\\d{1,6}s)?(\\d{1,7}ms)?$","examples":["10s","2m"],"$comment":"function.timeout"},"ephemeralStorage":{"description":"Room in /tmp in MB, 512 to 10240, with a capacity provider up to 32768. `null`: 512.","type":["integer","null"],"minimum":512,"maximum":32768,"examples":[1024],"$comment":"function.ephemeralStorage"},"environment":{"description":"Environment variables; values are strings, 4 KB for all. What is declared here replaces what the function has. `null`: none.","type":["object","null"],"propertyNames":{"$ref":"#/definitions/environmentKey"},"additionalProperties":{"$ref":"#/definitions/environmentValue"},"examples":[{"TABLE":"orders","TOKEN":"${secret:orders/api#token}"}],"$comment":"function.environment"},"plainSecrets":{"description":"Environment variables whose values look like secrets and may stand in the file all the same.","type":"array","uniqueItems":true,"items":{"description":"Name of an environment variable, at least two characters.","type":"string","pattern":"^[a-zA-Z][a-zA-Z0-9_]+$","examples":["TABLE"],"$comment":"environmentKey"},"examples":[["TEST_KEY"]],"$comment":"function.plainSecrets"},"role":{"$ref":"#/definitions/role"},"description":{"description":"What the function is for, up to 256 characters. `null`: empty.","type":["string","null"],"maxLength":256,"examples":["Takes orders over HTTP"],"$comment":"function.description"},"layers":{"description":"Up to five layers in their order: keys of `layers`, or ARNs of layer versions. `null`: none.","type":["array","null"],"maxItems":5,"uniqueItems":true,"items":{"description":"A key of `layers`, or the ARN of a layer version.","type":"string","maxLength":2048,"pattern":"^([a-zA-Z0-9][a-zA-Z0-9_-]{0,63}|arn:(aws[a-zA-Z-]*)?:lambda:(eusc-)?[a-z]{2}(-gov|-iso[a-z]?)?-[a-z]+-\\d:\\d{12}:layer:[a-zA-Z0-9_-]{1,140}:\\d{1,19}|arn:[a-zA-Z0-9-]+:lambda:::awslayer:[a-zA-Z0-9_-]+)$","examples":["shared"],"$comment":"layerUse"},"examples":[["shared","arn:aws:lambda:eu-west-1:123456789012:layer:tools:4"]],"$comment":"function.layers"},"vpc":{"$ref":"#/definitions/vpc"},"fileSystem":{"$ref":"#/definitions/fileSystem"},"deadLetterQueue":{"description":"ARN of the queue or topic for asynchronous requests that failed for good. `null`: none.","type":["string","null"],"pattern":"^arn:aws[a-zA-Z-]*:(sqs|sns):(eusc-)?[a-z]{2}(-gov|-iso[a-z]?)?-[a-z]+-\\d:\\d{12}:[a-zA-Z0-9_-]{1,256}(\\.fifo)?$","examples":["arn:aws:sqs:eu-west-1:123456789012:orders-failed"],"$comment":"function.deadLetterQueue"},"kmsKey":{"$ref":"#/definitions/kmsKey","description":"ARN of the key that encrypts the environment. `null`: a key of AWS.","examples":["arn:aws:kms:eu-west-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab"]},"tracing":{"description":"Whether X-Ray traces requests by itself. `null`: PassThrough.","type":["string","null"],"enum":["Active","PassThrough",null],"examples":["Active"],"$comment":"function.tracing"},"snapStart":{"description":"Whether versions start from a snapshot. `null`: None.","type":["string","null"],"enum":["PublishedVersions","None",null],"examples":["PublishedVersions"],"$comment":"function.snapStart"},"logging":{"$ref":"#/definitions/logging"},"imageConfig":{"$ref":"#/definitions/imageConfig"},"durable":{"$ref":"#/definitions/durable"},"tags":{"description":"Tags of the function, at most 47, because AWS takes 50 and shipit has three of its own; those of AWS (`aws:`) and of shipit (`shipit:`) are not declared. `null`: none.","type":["object","null"],"maxProperties":47,"propertyNames":{"$ref":"#/definitions/tagKey"},"additionalProperties":{"$ref":"#/definitions/tagValue"},"examples":[{"team":"orders"}],"$comment":"function.tags"},"reservedConcurrency":{"description":"How many requests may run at once, kept back for this function; 0 stops it. `null`: it shares what the account has.","type":["integer","null"],"minimum":0,"maximum":1000000,"examples":[50],"$comment":"function.reservedConcurrency"},"recursion":{"description":"What Lambda does about a function that calls itself in a loop. `null`: Terminate.","type":["string","null"],"enum":["Allow","Terminate",null],"examples":["Terminate"],"$comment":"function.recursion"},"codeSigning":{"description":"ARN of a code signing configuration. `null`: none.","type":["string","null"],"pattern":"^arn:(aws[a-zA-Z-]*)?:lambda:(eusc-)?[a-z]{2}(-gov|-iso[a-z]?)?-[a-z]+-\\d:\\d{12}:code-signing-config:csc-[a-z0-9]{17}$","examples":["arn:aws:lambda:eu-west-1:123456789012:code-signing-config:csc-0123456789abcdef0"],"$comment":"function.codeSigning"},"runtimeManagement":{"$ref":"#/definitions/runtimeManagement"},"packageType":{"description":"Zip or Image; it follows from `code` and `image`, and never changes once the function is there.","type":"string","enum":["Zip","Image"],"examples":["Zip"],"$comment":"function.packageType"},"tenancy":{"description":"Keeps the execution environments of tenants apart. Only when the function is made.","type":"string","enum":["PER_TENANT"],"examples":["PER_TENANT"],"$comment":"function.tenancy"},"capacityProvider":{"$ref":"#/definitions/capacityProvider"},"manage":{"description":"With `release`, shipit moves code, version and alias alone; the settings belong to CDK, Terraform or SAM.","type":"string","enum":["all","release"],"default":"all","examples":["release"],"$comment":"function.manage"},"alias":{"description":"The alias that callers use and that is moved.","type":"string","pattern":"^(?!\\d+$)[a-zA-Z0-9_-]{1,128}$","default":"live","examples":["live"],"$comment":"function.alias"},"alarms":{"$ref":"#/definitions/alarms"},"hooks":{"$ref":"#/definitions/hooks"},"provisionedConcurrency":{"description":"How many execution environments are kept ready for the version that is served; they move with the traffic. `null`: none.","type":["integer","null"],"minimum":1,"maximum":1000000,"examples":[10],"$comment":"function.provisionedConcurrency"},"keepVersions":{"description":"How many versions stay after a release, the newest first, beside those that are in use. `null`: all of them.","type":["integer","null"],"minimum":1,"maximum":1000,"default":5,"examples":[10],"$comment":"function.keepVersions"},"testEvents":{"description":"Sample events, a glob of JSON files: for the smoke test and for local traffic.","type":"string","minLength":1,"maxLength":1024,"examples":["events/api/*.json"],"$comment":"function.testEvents"},"rollout":{"$ref":"#/definitions/rolloutName"}},"$comment":"function"};
const schema53 = {"title":"Ecr","description":"The repository for an image that shipit builds, and what is asked of images in it. Images are pushed and deployed by their digest.","type":"object","additionalProperties":false,"examples":[{"repository":"orders/api","create":true,"failOn":"HIGH","keep":10}],"properties":{"repository":{"description":"Its name in the account and region of the release, or the ARN of one elsewhere. Without it, `<project>/<key>` in small letters.","type":"string","maxLength":512,"pattern":"^(arn:aws[a-zA-Z-]*:ecr:(eusc-)?[a-z]{2}(-gov|-iso[a-z]?)?-[a-z]+-\\d:\\d{12}:repository/)?(?=.{2,256}$)[a-z0-9]+([._-][a-z0-9]+)*(/[a-z0-9]+([._-][a-z0-9]+)*)*$","examples":["orders/api","arn:aws:ecr:eu-west-1:123456789012:repository/orders/api"],"$comment":"ecr.repository"},"create":{"description":"Makes the repository when it is not there: with tags that do not move, scan on push, and a policy that keeps what is in use.","type":"boolean","default":false,"examples":[true],"$comment":"ecr.create"},"failOn":{"description":"Waits for the scan of the image, and refuses it for a finding so severe or worse. `null`: no scan is waited for.","type":["string","null"],"enum":["CRITICAL","HIGH","MEDIUM","LOW",null],"examples":["HIGH"],"$comment":"ecr.failOn"},"keep":{"description":"How many images stay, the newest first, beside those that an alias or a version uses. `null`: all of them.","type":["integer","null"],"minimum":1,"maximum":100000,"examples":[10],"$comment":"ecr.keep"}},"$comment":"ecr"};
const schema54 = {"description":"The Lambda runtime. Words that shipit does not know are passed on.","type":"string","pattern":"^[a-z][a-z0-9.]{1,63}$","examples":["nodejs24.x","python3.13"],"$comment":"runtime"};
const schema55 = {"description":"Name of an environment variable, at least two characters.","type":"string","pattern":"^[a-zA-Z][a-zA-Z0-9_]+$","examples":["TABLE"],"$comment":"environmentKey"};
const schema56 = {"description":"Value of an environment variable.","type":"string","examples":["orders"],"$comment":"environmentValue"};
const schema66 = {"title":"Vpc","description":"The network that the function runs in. `null`: none of your own.","type":["object","null"],"additionalProperties":false,"examples":[{"subnetIds":["subnet-0a1b2c3d","subnet-4e5f6a7b"],"securityGroupIds":["sg-0a1b2c3d"]}],"properties":{"subnetIds":{"description":"Subnets, 1 to 16, best in several availability zones.","type":"array","minItems":1,"maxItems":16,"uniqueItems":true,"items":{"description":"Id of a subnet.","type":"string","pattern":"^subnet-[0-9a-z]{1,64}$","examples":["subnet-0a1b2c3d"],"$comment":"subnetId"},"examples":[["subnet-0a1b2c3d","subnet-4e5f6a7b"]],"$comment":"vpc.subnetIds"},"securityGroupIds":{"description":"Security groups, 1 to 5.","type":"array","minItems":1,"maxItems":5,"uniqueItems":true,"items":{"description":"Id of a security group.","type":"string","pattern":"^sg-[0-9a-zA-Z]{1,64}$","examples":["sg-0a1b2c3d"],"$comment":"securityGroupId"},"examples":[["sg-0a1b2c3d"]],"$comment":"vpc.securityGroupIds"},"ipv6AllowedForDualStack":{"description":"Lets IPv6 out where the subnets have both kinds of addresses.","type":"boolean","default":false,"examples":[true],"$comment":"vpc.ipv6AllowedForDualStack"}},"$comment":"vpc"};
const schema69 = {"description":"ARN of a key of KMS, or of an alias of one.","type":["string","null"],"pattern":"^arn:aws[a-zA-Z-]*:kms:(eusc-)?[a-z]{2}(-gov|-iso[a-z]?)?-[a-z]+-\\d:\\d{12}:(key|alias)/[a-zA-Z0-9/_-]{1,256}$","examples":["arn:aws:kms:eu-west-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab"],"$comment":"kmsKey"};
const schema70 = {"title":"Logging","description":"How and where the function logs. `null`: all of it as AWS has it.","type":["object","null"],"additionalProperties":false,"examples":[{"format":"JSON","applicationLogLevel":"INFO","retentionInDays":30}],"properties":{"format":{"description":"Text, or JSON with a level in every line. `null`: Text.","type":["string","null"],"enum":["Text","JSON",null],"examples":["JSON"],"$comment":"logging.format"},"applicationLogLevel":{"description":"The least that is kept of what the code logs; with JSON alone. `null`: INFO.","type":["string","null"],"enum":["TRACE","DEBUG","INFO","WARN","ERROR","FATAL",null],"examples":["INFO"],"$comment":"logging.applicationLogLevel"},"systemLogLevel":{"description":"The least that is kept of what Lambda itself logs; with JSON alone. `null`: INFO.","type":["string","null"],"enum":["DEBUG","INFO","WARN",null],"examples":["WARN"],"$comment":"logging.systemLogLevel"},"group":{"description":"Name of the log group. `null`: `/aws/lambda/<name>`.","type":["string","null"],"pattern":"^[.\\-_/#A-Za-z0-9]{1,512}$","examples":["/orders/api"],"$comment":"logging.group"},"retentionInDays":{"description":"How long the log group keeps events, one of CloudWatch's numbers of days. `null`: for ever.","type":["integer","null"],"enum":[1,3,5,7,14,30,60,90,120,150,180,365,400,545,731,1096,1827,2192,2557,2922,3288,3653,null],"examples":[30],"$comment":"logging.retentionInDays"}},"$comment":"logging"};
const schema77 = {"description":"Key of a tag, up to 128 characters.","type":"string","minLength":1,"maxLength":128,"pattern":"^[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*$","examples":["team"],"$comment":"tagKey"};
const schema78 = {"description":"Value of a tag, up to 256 characters.","type":"string","maxLength":256,"pattern":"^[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*$","examples":["orders"],"$comment":"tagValue"};
const schema82 = {"title":"Capacity provider","description":"Runs the function on instances that Lambda manages for you. `null`: it does not.","type":["object","null"],"additionalProperties":false,"examples":[{"arn":"arn:aws:lambda:eu-west-1:123456789012:capacity-provider:orders"}],"properties":{"arn":{"description":"ARN of the capacity provider.","type":"string","maxLength":140,"pattern":"^arn:aws[a-zA-Z-]*:lambda:(eusc-)?[a-z]{2}(-gov|-iso[a-z]?)?-[a-z]+-\\d:\\d{12}:capacity-provider:[a-zA-Z0-9_-]+$","examples":["arn:aws:lambda:eu-west-1:123456789012:capacity-provider:orders"],"$comment":"capacityProvider.arn"},"perExecutionEnvironmentMaxConcurrency":{"description":"How many requests one environment answers at once, 1 to 1600. `null`: as AWS has it.","type":["integer","null"],"minimum":1,"maximum":1600,"examples":[10],"$comment":"capacityProvider.perExecutionEnvironmentMaxConcurrency"},"executionEnvironmentMemoryGiBPerVCpu":{"description":"GiB of memory for each virtual processor, 2 to 8. `null`: as AWS has it.","type":["number","null"],"minimum":2,"maximum":8,"examples":[4],"$comment":"capacityProvider.executionEnvironmentMemoryGiBPerVCpu"}},"$comment":"capacityProvider"};
const pattern2 = new RegExp("^[a-zA-Z0-9_-]{1,64}$", "u");
const pattern15 = new RegExp("^(arn:aws[a-zA-Z-]*:ecr:(eusc-)?[a-z]{2}(-gov|-iso[a-z]?)?-[a-z]+-\\d:\\d{12}:repository/)?(?=.{2,256}$)[a-z0-9]+([._-][a-z0-9]+)*(/[a-z0-9]+([._-][a-z0-9]+)*)*$", "u");
const pattern16 = new RegExp("^[^\\s]{1,128}$", "u");
const pattern17 = new RegExp("^[a-z][a-z0-9.]{1,63}$", "u");
const pattern19 = new RegExp("^[a-zA-Z][a-zA-Z0-9_]+$", "u");
const pattern31 = new RegExp("^([a-zA-Z0-9][a-zA-Z0-9_-]{0,63}|arn:(aws[a-zA-Z-]*)?:lambda:(eusc-)?[a-z]{2}(-gov|-iso[a-z]?)?-[a-z]+-\\d:\\d{12}:layer:[a-zA-Z0-9_-]{1,140}:\\d{1,19}|arn:[a-zA-Z0-9-]+:lambda:::awslayer:[a-zA-Z0-9_-]+)$", "u");
const pattern32 = new RegExp("^subnet-[0-9a-z]{1,64}$", "u");
const pattern33 = new RegExp("^sg-[0-9a-zA-Z]{1,64}$", "u");
const pattern36 = new RegExp("^arn:aws[a-zA-Z-]*:(sqs|sns):(eusc-)?[a-z]{2}(-gov|-iso[a-z]?)?-[a-z]+-\\d:\\d{12}:[a-zA-Z0-9_-]{1,256}(\\.fifo)?$", "u");
const pattern37 = new RegExp("^arn:aws[a-zA-Z-]*:kms:(eusc-)?[a-z]{2}(-gov|-iso[a-z]?)?-[a-z]+-\\d:\\d{12}:(key|alias)/[a-zA-Z0-9/_-]{1,256}$", "u");
const pattern38 = new RegExp("^[.\\-_/#A-Za-z0-9]{1,512}$", "u");
const pattern41 = new RegExp("^[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*$", "u");
const pattern43 = new RegExp("^arn:(aws[a-zA-Z-]*)?:lambda:(eusc-)?[a-z]{2}(-gov|-iso[a-z]?)?-[a-z]+-\\d:\\d{12}:code-signing-config:csc-[a-z0-9]{17}$", "u");
const pattern45 = new RegExp("^arn:aws[a-zA-Z-]*:lambda:(eusc-)?[a-z]{2}(-gov|-iso[a-z]?)?-[a-z]+-\\d:\\d{12}:capacity-provider:[a-zA-Z0-9_-]+$", "u");
const pattern46 = new RegExp("^(?!\\d+$)[a-zA-Z0-9_-]{1,128}$", "u");
const schema14 = {"title":"Code","description":"What a zip is made of: a folder, a ready .zip, a module of Node.js with all that it imports, or Python with its requirements.","examples":["dist/api","dist/api.zip",{"path":"dist/api","exclude":["test/"]},{"bundle":"src/api.ts"},{"python":"src"}],"anyOf":[{"$ref":"#/definitions/codePath"},{"$ref":"#/definitions/files"},{"$ref":"#/definitions/bundle"},{"$ref":"#/definitions/python"}],"$comment":"code","branches":{"codePath":null,"files":["path","include","exclude","allow"],"bundle":["bundle","format","minify","sourceMap","external","awsSdk"],"python":["python","requirements","installer","include","exclude","allow"]}};
const schema15 = {"description":"A folder, zipped by shipit, or a ready .zip, deployed byte for byte.","type":"string","minLength":1,"maxLength":1024,"examples":["dist/api","dist/api.zip"],"$comment":"codePath"};
const schema16 = {"title":"Files","description":"The files of a folder, or a ready .zip.","type":"object","additionalProperties":false,"examples":[{"path":"dist/api","include":["**/*.js"],"exclude":["test/"],"allow":[".env"]}],"properties":{"path":{"$ref":"#/definitions/path","description":"The folder, or a ready .zip.","examples":["dist/api"]},"include":{"$ref":"#/definitions/include"},"exclude":{"$ref":"#/definitions/exclude"},"allow":{"$ref":"#/definitions/allow"}},"$comment":"files"};
const schema17 = {"description":"A path below the folder of the project file, with `/`.","type":"string","minLength":1,"maxLength":1024,"examples":["dist/api"],"$comment":"path"};
const schema22 = {"description":"Files that look like secrets and are meant to be in it, by their paths in the folder.","type":"array","maxItems":1000,"uniqueItems":true,"items":{"description":"A path below the folder of the project file, with `/`.","type":"string","minLength":1,"maxLength":1024,"examples":["dist/api"],"$comment":"path"},"examples":[[".env"]],"$comment":"allow"};
const schema18 = {"description":"Patterns as in .gitignore: only what one of them matches is taken.","type":"array","minItems":1,"maxItems":1000,"items":{"$ref":"#/definitions/filePattern"},"examples":[["**/*.js","package.json"]],"$comment":"include"};
const schema19 = {"description":"A pattern as in .gitignore, seen from the folder.","type":"string","maxLength":1024,"pattern":"^(?!\\s*$)[^\\u0000\\r\\n]*$","examples":["test/"],"$comment":"filePattern"};
const pattern3 = new RegExp("^(?!\\s*$)[^\\u0000\\r\\n]*$", "u");

function validate14(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(Array.isArray(data)){
if(data.length > 1000){
const err0 = {instancePath,schemaPath:"#/maxItems",keyword:"maxItems",params:{limit: 1000},schema:1000,parentSchema:schema18,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.length < 1){
const err1 = {instancePath,schemaPath:"#/minItems",keyword:"minItems",params:{limit: 1},schema:1,parentSchema:schema18,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
let data0 = data[i0];
if(typeof data0 === "string"){
if(func3(data0) > 1024){
const err2 = {instancePath:instancePath+"/" + i0,schemaPath:"#/definitions/filePattern/maxLength",keyword:"maxLength",params:{limit: 1024},schema:1024,parentSchema:schema19,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(!pattern3.test(data0)){
const err3 = {instancePath:instancePath+"/" + i0,schemaPath:"#/definitions/filePattern/pattern",keyword:"pattern",params:{pattern: "^(?!\\s*$)[^\\u0000\\r\\n]*$"},schema:"^(?!\\s*$)[^\\u0000\\r\\n]*$",parentSchema:schema19,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
else {
const err4 = {instancePath:instancePath+"/" + i0,schemaPath:"#/definitions/filePattern/type",keyword:"type",params:{type: "string"},schema:schema19.type,parentSchema:schema19,data:data0};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
}
else {
const err5 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "array"},schema:schema18.type,parentSchema:schema18,data};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
validate14.errors = vErrors;
return errors === 0;
}

const schema20 = {"description":"Patterns as in .gitignore: what they match is left out, beside what .lambdaignore names.","type":"array","maxItems":1000,"items":{"$ref":"#/definitions/filePattern"},"examples":[["test/","*.md"]],"$comment":"exclude"};

function validate16(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(Array.isArray(data)){
if(data.length > 1000){
const err0 = {instancePath,schemaPath:"#/maxItems",keyword:"maxItems",params:{limit: 1000},schema:1000,parentSchema:schema20,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
let data0 = data[i0];
if(typeof data0 === "string"){
if(func3(data0) > 1024){
const err1 = {instancePath:instancePath+"/" + i0,schemaPath:"#/definitions/filePattern/maxLength",keyword:"maxLength",params:{limit: 1024},schema:1024,parentSchema:schema19,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(!pattern3.test(data0)){
const err2 = {instancePath:instancePath+"/" + i0,schemaPath:"#/definitions/filePattern/pattern",keyword:"pattern",params:{pattern: "^(?!\\s*$)[^\\u0000\\r\\n]*$"},schema:"^(?!\\s*$)[^\\u0000\\r\\n]*$",parentSchema:schema19,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
else {
const err3 = {instancePath:instancePath+"/" + i0,schemaPath:"#/definitions/filePattern/type",keyword:"type",params:{type: "string"},schema:schema19.type,parentSchema:schema19,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
}
else {
const err4 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "array"},schema:schema20.type,parentSchema:schema20,data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
validate16.errors = vErrors;
return errors === 0;
}


function validate13(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!((((key0 === "path") || (key0 === "include")) || (key0 === "exclude")) || (key0 === "allow"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema16,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.path !== undefined){
let data0 = data.path;
if(typeof data0 === "string"){
if(func3(data0) > 1024){
const err1 = {instancePath:instancePath+"/path",schemaPath:"#/definitions/path/maxLength",keyword:"maxLength",params:{limit: 1024},schema:1024,parentSchema:schema17,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(func3(data0) < 1){
const err2 = {instancePath:instancePath+"/path",schemaPath:"#/definitions/path/minLength",keyword:"minLength",params:{limit: 1},schema:1,parentSchema:schema17,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
else {
const err3 = {instancePath:instancePath+"/path",schemaPath:"#/definitions/path/type",keyword:"type",params:{type: "string"},schema:schema17.type,parentSchema:schema17,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.include !== undefined){
if(!(validate14(data.include, {instancePath:instancePath+"/include",parentData:data,parentDataProperty:"include",rootData}))){
vErrors = vErrors === null ? validate14.errors : vErrors.concat(validate14.errors);
errors = vErrors.length;
}
}
if(data.exclude !== undefined){
if(!(validate16(data.exclude, {instancePath:instancePath+"/exclude",parentData:data,parentDataProperty:"exclude",rootData}))){
vErrors = vErrors === null ? validate16.errors : vErrors.concat(validate16.errors);
errors = vErrors.length;
}
}
if(data.allow !== undefined){
let data3 = data.allow;
if(Array.isArray(data3)){
if(data3.length > 1000){
const err4 = {instancePath:instancePath+"/allow",schemaPath:"#/definitions/allow/maxItems",keyword:"maxItems",params:{limit: 1000},schema:1000,parentSchema:schema22,data:data3};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
const len0 = data3.length;
for(let i0=0; i0<len0; i0++){
let data4 = data3[i0];
if(typeof data4 === "string"){
if(func3(data4) > 1024){
const err5 = {instancePath:instancePath+"/allow/" + i0,schemaPath:"#/definitions/allow/items/maxLength",keyword:"maxLength",params:{limit: 1024},schema:1024,parentSchema:schema22.items,data:data4};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(func3(data4) < 1){
const err6 = {instancePath:instancePath+"/allow/" + i0,schemaPath:"#/definitions/allow/items/minLength",keyword:"minLength",params:{limit: 1},schema:1,parentSchema:schema22.items,data:data4};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
else {
const err7 = {instancePath:instancePath+"/allow/" + i0,schemaPath:"#/definitions/allow/items/type",keyword:"type",params:{type: "string"},schema:schema22.items.type,parentSchema:schema22.items,data:data4};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
let i1 = data3.length;
let j0;
if(i1 > 1){
const indices0 = {};
for(;i1--;){
let item0 = data3[i1];
if(typeof item0 !== "string"){
continue;
}
if(typeof indices0[item0] == "number"){
j0 = indices0[item0];
const err8 = {instancePath:instancePath+"/allow",schemaPath:"#/definitions/allow/uniqueItems",keyword:"uniqueItems",params:{i: i1, j: j0},schema:true,parentSchema:schema22,data:data3};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
break;
}
indices0[item0] = i1;
}
}
}
else {
const err9 = {instancePath:instancePath+"/allow",schemaPath:"#/definitions/allow/type",keyword:"type",params:{type: "array"},schema:schema22.type,parentSchema:schema22,data:data3};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
}
else {
const err10 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema16.type,parentSchema:schema16,data};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
validate13.errors = vErrors;
return errors === 0;
}

const schema23 = {"title":"Bundle","description":"One file for Node.js out of a module and all that it imports, made by esbuild. It is named after the module: `src/api.ts` becomes `api.js`, as ESM `api.mjs`, and its handler is `api.<export>`.","type":"object","additionalProperties":false,"examples":[{"bundle":"src/api.ts","external":["sharp"]}],"properties":{"bundle":{"$ref":"#/definitions/path","description":"The module to begin with.","examples":["src/api.ts"]},"format":{"description":"ES module or CommonJS. Without it, `esm` for .mts and .mjs, else `cjs`.","type":"string","enum":["esm","cjs"],"examples":["esm"],"$comment":"bundle.format"},"minify":{"description":"Whether it is made as short as can be; stack traces are harder to read then.","type":"boolean","default":false,"examples":[true],"$comment":"bundle.minify"},"sourceMap":{"description":"Whether the source map goes along. Node.js reads it with `NODE_OPTIONS: --enable-source-maps`.","type":"boolean","default":true,"examples":[false],"$comment":"bundle.sourceMap"},"external":{"description":"Packages that are not bundled but taken along as files, such as those with native modules.","type":"array","maxItems":200,"uniqueItems":true,"items":{"description":"Name of a package.","type":"string","maxLength":214,"pattern":"^(@[a-zA-Z0-9~_-][a-zA-Z0-9._~-]*/)?[a-zA-Z0-9~_-][a-zA-Z0-9._~-]*$","examples":["sharp"],"$comment":"packageName"},"examples":[["sharp","@img/sharp-linux-arm64"]],"$comment":"bundle.external"},"awsSdk":{"description":"With `runtime`, the AWS SDK that the runtime brings is left out.","type":"string","enum":["bundle","runtime"],"default":"bundle","examples":["runtime"],"$comment":"bundle.awsSdk"}},"$comment":"bundle"};
const pattern5 = new RegExp("^(@[a-zA-Z0-9~_-][a-zA-Z0-9._~-]*/)?[a-zA-Z0-9~_-][a-zA-Z0-9._~-]*$", "u");

function validate19(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!((((((key0 === "bundle") || (key0 === "format")) || (key0 === "minify")) || (key0 === "sourceMap")) || (key0 === "external")) || (key0 === "awsSdk"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema23,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.bundle !== undefined){
let data0 = data.bundle;
if(typeof data0 === "string"){
if(func3(data0) > 1024){
const err1 = {instancePath:instancePath+"/bundle",schemaPath:"#/definitions/path/maxLength",keyword:"maxLength",params:{limit: 1024},schema:1024,parentSchema:schema17,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(func3(data0) < 1){
const err2 = {instancePath:instancePath+"/bundle",schemaPath:"#/definitions/path/minLength",keyword:"minLength",params:{limit: 1},schema:1,parentSchema:schema17,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
else {
const err3 = {instancePath:instancePath+"/bundle",schemaPath:"#/definitions/path/type",keyword:"type",params:{type: "string"},schema:schema17.type,parentSchema:schema17,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.format !== undefined){
let data1 = data.format;
if(typeof data1 !== "string"){
const err4 = {instancePath:instancePath+"/format",schemaPath:"#/properties/format/type",keyword:"type",params:{type: "string"},schema:schema23.properties.format.type,parentSchema:schema23.properties.format,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(!((data1 === "esm") || (data1 === "cjs"))){
const err5 = {instancePath:instancePath+"/format",schemaPath:"#/properties/format/enum",keyword:"enum",params:{allowedValues: schema23.properties.format.enum},schema:schema23.properties.format.enum,parentSchema:schema23.properties.format,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.minify !== undefined){
let data2 = data.minify;
if(typeof data2 !== "boolean"){
const err6 = {instancePath:instancePath+"/minify",schemaPath:"#/properties/minify/type",keyword:"type",params:{type: "boolean"},schema:schema23.properties.minify.type,parentSchema:schema23.properties.minify,data:data2};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.sourceMap !== undefined){
let data3 = data.sourceMap;
if(typeof data3 !== "boolean"){
const err7 = {instancePath:instancePath+"/sourceMap",schemaPath:"#/properties/sourceMap/type",keyword:"type",params:{type: "boolean"},schema:schema23.properties.sourceMap.type,parentSchema:schema23.properties.sourceMap,data:data3};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.external !== undefined){
let data4 = data.external;
if(Array.isArray(data4)){
if(data4.length > 200){
const err8 = {instancePath:instancePath+"/external",schemaPath:"#/properties/external/maxItems",keyword:"maxItems",params:{limit: 200},schema:200,parentSchema:schema23.properties.external,data:data4};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
const len0 = data4.length;
for(let i0=0; i0<len0; i0++){
let data5 = data4[i0];
if(typeof data5 === "string"){
if(func3(data5) > 214){
const err9 = {instancePath:instancePath+"/external/" + i0,schemaPath:"#/properties/external/items/maxLength",keyword:"maxLength",params:{limit: 214},schema:214,parentSchema:schema23.properties.external.items,data:data5};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
if(!pattern5.test(data5)){
const err10 = {instancePath:instancePath+"/external/" + i0,schemaPath:"#/properties/external/items/pattern",keyword:"pattern",params:{pattern: "^(@[a-zA-Z0-9~_-][a-zA-Z0-9._~-]*/)?[a-zA-Z0-9~_-][a-zA-Z0-9._~-]*$"},schema:"^(@[a-zA-Z0-9~_-][a-zA-Z0-9._~-]*/)?[a-zA-Z0-9~_-][a-zA-Z0-9._~-]*$",parentSchema:schema23.properties.external.items,data:data5};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
else {
const err11 = {instancePath:instancePath+"/external/" + i0,schemaPath:"#/properties/external/items/type",keyword:"type",params:{type: "string"},schema:schema23.properties.external.items.type,parentSchema:schema23.properties.external.items,data:data5};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
let i1 = data4.length;
let j0;
if(i1 > 1){
const indices0 = {};
for(;i1--;){
let item0 = data4[i1];
if(typeof item0 !== "string"){
continue;
}
if(typeof indices0[item0] == "number"){
j0 = indices0[item0];
const err12 = {instancePath:instancePath+"/external",schemaPath:"#/properties/external/uniqueItems",keyword:"uniqueItems",params:{i: i1, j: j0},schema:true,parentSchema:schema23.properties.external,data:data4};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
break;
}
indices0[item0] = i1;
}
}
}
else {
const err13 = {instancePath:instancePath+"/external",schemaPath:"#/properties/external/type",keyword:"type",params:{type: "array"},schema:schema23.properties.external.type,parentSchema:schema23.properties.external,data:data4};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data.awsSdk !== undefined){
let data6 = data.awsSdk;
if(typeof data6 !== "string"){
const err14 = {instancePath:instancePath+"/awsSdk",schemaPath:"#/properties/awsSdk/type",keyword:"type",params:{type: "string"},schema:schema23.properties.awsSdk.type,parentSchema:schema23.properties.awsSdk,data:data6};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
if(!((data6 === "bundle") || (data6 === "runtime"))){
const err15 = {instancePath:instancePath+"/awsSdk",schemaPath:"#/properties/awsSdk/enum",keyword:"enum",params:{allowedValues: schema23.properties.awsSdk.enum},schema:schema23.properties.awsSdk.enum,parentSchema:schema23.properties.awsSdk,data:data6};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
}
else {
const err16 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema23.type,parentSchema:schema23,data};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
validate19.errors = vErrors;
return errors === 0;
}

const schema25 = {"title":"Python","description":"A folder of Python, with the packages that its requirements ask for, made for the runtime and the architecture of the function.","type":"object","additionalProperties":false,"examples":[{"python":"src","requirements":"requirements.txt"}],"properties":{"python":{"$ref":"#/definitions/path","description":"The folder.","examples":["src"]},"requirements":{"$ref":"#/definitions/path","description":"A requirements.txt or a pyproject.toml, seen from the project file. Without it, `requirements.txt` in the folder.","examples":["requirements.txt"]},"installer":{"description":"What installs them. Without it, uv where it is installed, else pip.","type":"string","enum":["pip","uv"],"examples":["uv"],"$comment":"python.installer"},"include":{"$ref":"#/definitions/include"},"exclude":{"$ref":"#/definitions/exclude"},"allow":{"$ref":"#/definitions/allow"}},"$comment":"python"};

function validate21(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!((((((key0 === "python") || (key0 === "requirements")) || (key0 === "installer")) || (key0 === "include")) || (key0 === "exclude")) || (key0 === "allow"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema25,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.python !== undefined){
let data0 = data.python;
if(typeof data0 === "string"){
if(func3(data0) > 1024){
const err1 = {instancePath:instancePath+"/python",schemaPath:"#/definitions/path/maxLength",keyword:"maxLength",params:{limit: 1024},schema:1024,parentSchema:schema17,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(func3(data0) < 1){
const err2 = {instancePath:instancePath+"/python",schemaPath:"#/definitions/path/minLength",keyword:"minLength",params:{limit: 1},schema:1,parentSchema:schema17,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
else {
const err3 = {instancePath:instancePath+"/python",schemaPath:"#/definitions/path/type",keyword:"type",params:{type: "string"},schema:schema17.type,parentSchema:schema17,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.requirements !== undefined){
let data1 = data.requirements;
if(typeof data1 === "string"){
if(func3(data1) > 1024){
const err4 = {instancePath:instancePath+"/requirements",schemaPath:"#/definitions/path/maxLength",keyword:"maxLength",params:{limit: 1024},schema:1024,parentSchema:schema17,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(func3(data1) < 1){
const err5 = {instancePath:instancePath+"/requirements",schemaPath:"#/definitions/path/minLength",keyword:"minLength",params:{limit: 1},schema:1,parentSchema:schema17,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
else {
const err6 = {instancePath:instancePath+"/requirements",schemaPath:"#/definitions/path/type",keyword:"type",params:{type: "string"},schema:schema17.type,parentSchema:schema17,data:data1};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.installer !== undefined){
let data2 = data.installer;
if(typeof data2 !== "string"){
const err7 = {instancePath:instancePath+"/installer",schemaPath:"#/properties/installer/type",keyword:"type",params:{type: "string"},schema:schema25.properties.installer.type,parentSchema:schema25.properties.installer,data:data2};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
if(!((data2 === "pip") || (data2 === "uv"))){
const err8 = {instancePath:instancePath+"/installer",schemaPath:"#/properties/installer/enum",keyword:"enum",params:{allowedValues: schema25.properties.installer.enum},schema:schema25.properties.installer.enum,parentSchema:schema25.properties.installer,data:data2};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.include !== undefined){
if(!(validate14(data.include, {instancePath:instancePath+"/include",parentData:data,parentDataProperty:"include",rootData}))){
vErrors = vErrors === null ? validate14.errors : vErrors.concat(validate14.errors);
errors = vErrors.length;
}
}
if(data.exclude !== undefined){
if(!(validate16(data.exclude, {instancePath:instancePath+"/exclude",parentData:data,parentDataProperty:"exclude",rootData}))){
vErrors = vErrors === null ? validate16.errors : vErrors.concat(validate16.errors);
errors = vErrors.length;
}
}
if(data.allow !== undefined){
let data5 = data.allow;
if(Array.isArray(data5)){
if(data5.length > 1000){
const err9 = {instancePath:instancePath+"/allow",schemaPath:"#/definitions/allow/maxItems",keyword:"maxItems",params:{limit: 1000},schema:1000,parentSchema:schema22,data:data5};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
const len0 = data5.length;
for(let i0=0; i0<len0; i0++){
let data6 = data5[i0];
if(typeof data6 === "string"){
if(func3(data6) > 1024){
const err10 = {instancePath:instancePath+"/allow/" + i0,schemaPath:"#/definitions/allow/items/maxLength",keyword:"maxLength",params:{limit: 1024},schema:1024,parentSchema:schema22.items,data:data6};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
if(func3(data6) < 1){
const err11 = {instancePath:instancePath+"/allow/" + i0,schemaPath:"#/definitions/allow/items/minLength",keyword:"minLength",params:{limit: 1},schema:1,parentSchema:schema22.items,data:data6};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
else {
const err12 = {instancePath:instancePath+"/allow/" + i0,schemaPath:"#/definitions/allow/items/type",keyword:"type",params:{type: "string"},schema:schema22.items.type,parentSchema:schema22.items,data:data6};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
let i1 = data5.length;
let j0;
if(i1 > 1){
const indices0 = {};
for(;i1--;){
let item0 = data5[i1];
if(typeof item0 !== "string"){
continue;
}
if(typeof indices0[item0] == "number"){
j0 = indices0[item0];
const err13 = {instancePath:instancePath+"/allow",schemaPath:"#/definitions/allow/uniqueItems",keyword:"uniqueItems",params:{i: i1, j: j0},schema:true,parentSchema:schema22,data:data5};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
break;
}
indices0[item0] = i1;
}
}
}
else {
const err14 = {instancePath:instancePath+"/allow",schemaPath:"#/definitions/allow/type",keyword:"type",params:{type: "array"},schema:schema22.type,parentSchema:schema22,data:data5};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
}
else {
const err15 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema25.type,parentSchema:schema25,data};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
validate21.errors = vErrors;
return errors === 0;
}


function validate12(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
const _errs1 = errors;
let valid0 = false;
const _errs2 = errors;
if(typeof data === "string"){
if(func3(data) > 1024){
const err0 = {instancePath,schemaPath:"#/definitions/codePath/maxLength",keyword:"maxLength",params:{limit: 1024},schema:1024,parentSchema:schema15,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(func3(data) < 1){
const err1 = {instancePath,schemaPath:"#/definitions/codePath/minLength",keyword:"minLength",params:{limit: 1},schema:1,parentSchema:schema15,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
else {
const err2 = {instancePath,schemaPath:"#/definitions/codePath/type",keyword:"type",params:{type: "string"},schema:schema15.type,parentSchema:schema15,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
var _valid0 = _errs2 === errors;
valid0 = valid0 || _valid0;
if(!valid0){
const _errs6 = errors;
if(!(validate13(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validate13.errors : vErrors.concat(validate13.errors);
errors = vErrors.length;
}
var _valid0 = _errs6 === errors;
valid0 = valid0 || _valid0;
if(!valid0){
const _errs7 = errors;
if(!(validate19(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validate19.errors : vErrors.concat(validate19.errors);
errors = vErrors.length;
}
var _valid0 = _errs7 === errors;
valid0 = valid0 || _valid0;
if(!valid0){
const _errs8 = errors;
if(!(validate21(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validate21.errors : vErrors.concat(validate21.errors);
errors = vErrors.length;
}
var _valid0 = _errs8 === errors;
valid0 = valid0 || _valid0;
}
}
}
if(!valid0){
const err3 = {instancePath,schemaPath:"#/anyOf",keyword:"anyOf",params:{},schema:schema14.anyOf,parentSchema:schema14,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
else {
errors = _errs1;
if(vErrors !== null){
if(_errs1){
vErrors.length = _errs1;
}
else {
vErrors = null;
}
}
}
validate12.errors = vErrors;
return errors === 0;
}

const schema29 = {"title":"Build","description":"What runs before the code is packed, in the folder of the project file: a program with its arguments, without a shell and without credentials of AWS. Equal ones run once. `null`: nothing.","examples":["npm run build",["npm","run","build"],{"run":"npm run build && npm run check","shell":true,"timeout":"20m"}],"anyOf":[{"$ref":"#/definitions/commandText"},{"$ref":"#/definitions/commandWords"},{"$ref":"#/definitions/buildCommand"},{"$ref":"#/definitions/noBuild"}],"$comment":"build","branches":{"commandText":null,"commandWords":null,"buildCommand":["run","shell","timeout"],"noBuild":null}};
const schema30 = {"description":"A program and its arguments with blanks between them.","type":"string","minLength":1,"maxLength":4096,"examples":["npm run build"],"$comment":"commandText"};
const schema37 = {"description":"Nothing runs.","type":"null","examples":[null],"$comment":"noBuild"};
const schema31 = {"description":"A program and its arguments, one by one.","type":"array","minItems":1,"maxItems":100,"items":{"$ref":"#/definitions/runWord"},"examples":[["npm","run","build"]],"$comment":"commandWords"};
const schema32 = {"description":"The program, or one argument.","type":"string","maxLength":4096,"examples":["npm"],"$comment":"runWord"};

function validate27(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(Array.isArray(data)){
if(data.length > 100){
const err0 = {instancePath,schemaPath:"#/maxItems",keyword:"maxItems",params:{limit: 100},schema:100,parentSchema:schema31,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.length < 1){
const err1 = {instancePath,schemaPath:"#/minItems",keyword:"minItems",params:{limit: 1},schema:1,parentSchema:schema31,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
let data0 = data[i0];
if(typeof data0 === "string"){
if(func3(data0) > 4096){
const err2 = {instancePath:instancePath+"/" + i0,schemaPath:"#/definitions/runWord/maxLength",keyword:"maxLength",params:{limit: 4096},schema:4096,parentSchema:schema32,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
else {
const err3 = {instancePath:instancePath+"/" + i0,schemaPath:"#/definitions/runWord/type",keyword:"type",params:{type: "string"},schema:schema32.type,parentSchema:schema32,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
}
else {
const err4 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "array"},schema:schema31.type,parentSchema:schema31,data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
validate27.errors = vErrors;
return errors === 0;
}

const schema33 = {"title":"Build command","description":"What runs, how, and how long it may take.","type":"object","additionalProperties":false,"examples":[{"run":"npm run build","timeout":"20m"}],"properties":{"run":{"$ref":"#/definitions/commandRun","description":"The program and its arguments; with `shell`, what the shell reads.","examples":["npm run build",["npm","run","build"]]},"shell":{"description":"Whether a shell reads `run`, with its quotes, pipes and variables.","type":"boolean","default":false,"examples":[true],"$comment":"buildCommand.shell"},"timeout":{"$ref":"#/definitions/duration","description":"How long it may take.","default":"10m","examples":["20m"]}},"$comment":"buildCommand"};
const schema34 = {"description":"A program and its arguments, as one text or one by one.","examples":["npm run build",["npm","run","build"]],"anyOf":[{"$ref":"#/definitions/commandText"},{"$ref":"#/definitions/commandWords"}],"$comment":"commandRun","branches":{"commandText":null,"commandWords":null}};

function validate30(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
const _errs1 = errors;
let valid0 = false;
const _errs2 = errors;
if(typeof data === "string"){
if(func3(data) > 4096){
const err0 = {instancePath,schemaPath:"#/definitions/commandText/maxLength",keyword:"maxLength",params:{limit: 4096},schema:4096,parentSchema:schema30,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(func3(data) < 1){
const err1 = {instancePath,schemaPath:"#/definitions/commandText/minLength",keyword:"minLength",params:{limit: 1},schema:1,parentSchema:schema30,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
else {
const err2 = {instancePath,schemaPath:"#/definitions/commandText/type",keyword:"type",params:{type: "string"},schema:schema30.type,parentSchema:schema30,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
var _valid0 = _errs2 === errors;
valid0 = valid0 || _valid0;
if(!valid0){
const _errs6 = errors;
if(!(validate27(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validate27.errors : vErrors.concat(validate27.errors);
errors = vErrors.length;
}
var _valid0 = _errs6 === errors;
valid0 = valid0 || _valid0;
}
if(!valid0){
const err3 = {instancePath,schemaPath:"#/anyOf",keyword:"anyOf",params:{},schema:schema34.anyOf,parentSchema:schema34,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
else {
errors = _errs1;
if(vErrors !== null){
if(_errs1){
vErrors.length = _errs1;
}
else {
vErrors = null;
}
}
}
validate30.errors = vErrors;
return errors === 0;
}


function validate29(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(((key0 === "run") || (key0 === "shell")) || (key0 === "timeout"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema33,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.run !== undefined){
if(!(validate30(data.run, {instancePath:instancePath+"/run",parentData:data,parentDataProperty:"run",rootData}))){
vErrors = vErrors === null ? validate30.errors : vErrors.concat(validate30.errors);
errors = vErrors.length;
}
}
if(data.shell !== undefined){
let data1 = data.shell;
if(typeof data1 !== "boolean"){
const err1 = {instancePath:instancePath+"/shell",schemaPath:"#/properties/shell/type",keyword:"type",params:{type: "boolean"},schema:schema33.properties.shell.type,parentSchema:schema33.properties.shell,data:data1};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.timeout !== undefined){
let data2 = data.timeout;
if(typeof data2 === "string"){
if(!pattern6.test(data2)){
const err2 = {instancePath:instancePath+"/timeout",schemaPath:"#/definitions/duration/pattern",keyword:"pattern",params:{pattern: "^(?=.)(\\d{1,4}h)?(\\d{1,5}m(?!s))?(\\d{1,6}s)?(\\d{1,7}ms)?$"},schema:"^(?=.)(\\d{1,4}h)?(\\d{1,5}m(?!s))?(\\d{1,6}s)?(\\d{1,7}ms)?$",parentSchema:schema36,data:data2};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
else {
const err3 = {instancePath:instancePath+"/timeout",schemaPath:"#/definitions/duration/type",keyword:"type",params:{type: "string"},schema:schema36.type,parentSchema:schema36,data:data2};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
}
else {
const err4 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema33.type,parentSchema:schema33,data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
validate29.errors = vErrors;
return errors === 0;
}


function validate26(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
const _errs1 = errors;
let valid0 = false;
const _errs2 = errors;
if(typeof data === "string"){
if(func3(data) > 4096){
const err0 = {instancePath,schemaPath:"#/definitions/commandText/maxLength",keyword:"maxLength",params:{limit: 4096},schema:4096,parentSchema:schema30,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(func3(data) < 1){
const err1 = {instancePath,schemaPath:"#/definitions/commandText/minLength",keyword:"minLength",params:{limit: 1},schema:1,parentSchema:schema30,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
else {
const err2 = {instancePath,schemaPath:"#/definitions/commandText/type",keyword:"type",params:{type: "string"},schema:schema30.type,parentSchema:schema30,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
var _valid0 = _errs2 === errors;
valid0 = valid0 || _valid0;
if(!valid0){
const _errs6 = errors;
if(!(validate27(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validate27.errors : vErrors.concat(validate27.errors);
errors = vErrors.length;
}
var _valid0 = _errs6 === errors;
valid0 = valid0 || _valid0;
if(!valid0){
const _errs7 = errors;
if(!(validate29(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validate29.errors : vErrors.concat(validate29.errors);
errors = vErrors.length;
}
var _valid0 = _errs7 === errors;
valid0 = valid0 || _valid0;
if(!valid0){
const _errs8 = errors;
if(data !== null){
const err3 = {instancePath,schemaPath:"#/definitions/noBuild/type",keyword:"type",params:{type: "null"},schema:schema37.type,parentSchema:schema37,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
var _valid0 = _errs8 === errors;
valid0 = valid0 || _valid0;
}
}
}
if(!valid0){
const err4 = {instancePath,schemaPath:"#/anyOf",keyword:"anyOf",params:{},schema:schema29.anyOf,parentSchema:schema29,data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
else {
errors = _errs1;
if(vErrors !== null){
if(_errs1){
vErrors.length = _errs1;
}
else {
vErrors = null;
}
}
}
validate26.errors = vErrors;
return errors === 0;
}

const schema38 = {"title":"Image","description":"A container image instead of `code`: one that is there already, one from a Dockerfile, or files on a base without any builder of images.","examples":["123456789012.dkr.ecr.eu-west-1.amazonaws.com/orders@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef","123456789012.dkr.ecr.eu-west-1.amazonaws.com/orders:1.4.2",{"dockerfile":"Dockerfile"},{"base":"public.ecr.aws/lambda/nodejs:24","add":"dist"}],"anyOf":[{"$ref":"#/definitions/imageUri"},{"$ref":"#/definitions/dockerfile"},{"$ref":"#/definitions/append"}],"$comment":"image","branches":{"imageUri":null,"dockerfile":["dockerfile","context","target","args","secrets","cacheFrom","cacheTo","builder"],"append":["base","add","to","include","exclude","allow"]}};
const schema39 = {"description":"An image by its digest, or by a tag, which is looked up once: a release deploys a digest.","type":"string","pattern":"^[a-z0-9][a-zA-Z0-9._:/-]{0,511}(@sha256:[a-f0-9]{64}|:[a-zA-Z0-9_][a-zA-Z0-9._-]{0,127})$","examples":["123456789012.dkr.ecr.eu-west-1.amazonaws.com/orders@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef","public.ecr.aws/lambda/nodejs:24"],"$comment":"imageUri"};
const pattern7 = new RegExp("^[a-z0-9][a-zA-Z0-9._:/-]{0,511}(@sha256:[a-f0-9]{64}|:[a-zA-Z0-9_][a-zA-Z0-9._-]{0,127})$", "u");
const schema40 = {"title":"Dockerfile","description":"An image built by whatever builder of images is on this machine, for the architecture of the function.","type":"object","additionalProperties":false,"examples":[{"dockerfile":"Dockerfile","target":"prod","args":{"NODE_ENV":"production"},"secrets":{"npmrc":".npmrc"}}],"properties":{"dockerfile":{"$ref":"#/definitions/path","description":"The Dockerfile, seen from the project file.","examples":["Dockerfile"]},"context":{"$ref":"#/definitions/path","description":"The folder that the build sees, seen from the project file.","default":".","examples":["."]},"target":{"description":"The stage of the Dockerfile to build. Without it, the last.","type":"string","pattern":"^[a-zA-Z0-9][a-zA-Z0-9_.-]{0,127}$","examples":["prod"],"$comment":"dockerfile.target"},"args":{"description":"Build arguments. They can be read in the image: what is secret belongs to `secrets`.","type":"object","maxProperties":100,"propertyNames":{"$ref":"#/definitions/argName"},"additionalProperties":{"$ref":"#/definitions/argValue"},"examples":[{"NODE_ENV":"production"}],"$comment":"dockerfile.args"},"secrets":{"description":"Files that the build may read and that do not go into the image, by their ids.","type":"object","maxProperties":100,"propertyNames":{"$ref":"#/definitions/secretId"},"additionalProperties":{"$ref":"#/definitions/path"},"examples":[{"npmrc":".npmrc"}],"$comment":"dockerfile.secrets"},"cacheFrom":{"description":"Where layers of earlier builds are taken from, in the words of the builder.","type":"array","maxItems":20,"items":{"$ref":"#/definitions/cachePlace"},"examples":[["type=gha"]],"$comment":"dockerfile.cacheFrom"},"cacheTo":{"description":"Where layers are kept for later builds, in the words of the builder.","type":"array","maxItems":20,"items":{"$ref":"#/definitions/cachePlace"},"examples":[["type=gha,mode=max"]],"$comment":"dockerfile.cacheTo"},"builder":{"description":"The builder. Without it, the first of them that is there.","type":"string","enum":["buildx","docker","podman","buildah","finch"],"examples":["buildah"],"$comment":"dockerfile.builder"}},"$comment":"dockerfile"};
const schema43 = {"description":"Name of a build argument.","type":"string","pattern":"^[a-zA-Z_][a-zA-Z0-9_]{0,127}$","examples":["NODE_ENV"],"$comment":"argName"};
const schema44 = {"description":"Value of a build argument.","type":"string","maxLength":32768,"examples":["production"],"$comment":"argValue"};
const schema45 = {"description":"Id of a secret, as the Dockerfile mounts it.","type":"string","pattern":"^[a-zA-Z0-9_][a-zA-Z0-9_.-]{0,63}$","examples":["npmrc"],"$comment":"secretId"};
const schema47 = {"description":"A place in the words of the builder.","type":"string","maxLength":2048,"pattern":"^[^\\s\\u0000-\\u001f-][^\\s\\u0000-\\u001f]*$","examples":["type=gha"],"$comment":"cachePlace"};
const pattern8 = new RegExp("^[a-zA-Z0-9][a-zA-Z0-9_.-]{0,127}$", "u");
const pattern10 = new RegExp("^[a-zA-Z0-9_][a-zA-Z0-9_.-]{0,63}$", "u");
const pattern11 = new RegExp("^[^\\s\\u0000-\\u001f-][^\\s\\u0000-\\u001f]*$", "u");

function validate36(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!((((((((key0 === "dockerfile") || (key0 === "context")) || (key0 === "target")) || (key0 === "args")) || (key0 === "secrets")) || (key0 === "cacheFrom")) || (key0 === "cacheTo")) || (key0 === "builder"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema40,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.dockerfile !== undefined){
let data0 = data.dockerfile;
if(typeof data0 === "string"){
if(func3(data0) > 1024){
const err1 = {instancePath:instancePath+"/dockerfile",schemaPath:"#/definitions/path/maxLength",keyword:"maxLength",params:{limit: 1024},schema:1024,parentSchema:schema17,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(func3(data0) < 1){
const err2 = {instancePath:instancePath+"/dockerfile",schemaPath:"#/definitions/path/minLength",keyword:"minLength",params:{limit: 1},schema:1,parentSchema:schema17,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
else {
const err3 = {instancePath:instancePath+"/dockerfile",schemaPath:"#/definitions/path/type",keyword:"type",params:{type: "string"},schema:schema17.type,parentSchema:schema17,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.context !== undefined){
let data1 = data.context;
if(typeof data1 === "string"){
if(func3(data1) > 1024){
const err4 = {instancePath:instancePath+"/context",schemaPath:"#/definitions/path/maxLength",keyword:"maxLength",params:{limit: 1024},schema:1024,parentSchema:schema17,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(func3(data1) < 1){
const err5 = {instancePath:instancePath+"/context",schemaPath:"#/definitions/path/minLength",keyword:"minLength",params:{limit: 1},schema:1,parentSchema:schema17,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
else {
const err6 = {instancePath:instancePath+"/context",schemaPath:"#/definitions/path/type",keyword:"type",params:{type: "string"},schema:schema17.type,parentSchema:schema17,data:data1};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.target !== undefined){
let data2 = data.target;
if(typeof data2 === "string"){
if(!pattern8.test(data2)){
const err7 = {instancePath:instancePath+"/target",schemaPath:"#/properties/target/pattern",keyword:"pattern",params:{pattern: "^[a-zA-Z0-9][a-zA-Z0-9_.-]{0,127}$"},schema:"^[a-zA-Z0-9][a-zA-Z0-9_.-]{0,127}$",parentSchema:schema40.properties.target,data:data2};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
else {
const err8 = {instancePath:instancePath+"/target",schemaPath:"#/properties/target/type",keyword:"type",params:{type: "string"},schema:schema40.properties.target.type,parentSchema:schema40.properties.target,data:data2};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.args !== undefined){
let data3 = data.args;
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
if(Object.keys(data3).length > 100){
const err9 = {instancePath:instancePath+"/args",schemaPath:"#/properties/args/maxProperties",keyword:"maxProperties",params:{limit: 100},schema:100,parentSchema:schema40.properties.args,data:data3};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
for(const key1 in data3){
const _errs17 = errors;
if(typeof key1 === "string"){
if(!pattern9.test(key1)){
const err10 = {instancePath:instancePath+"/args",schemaPath:"#/definitions/argName/pattern",keyword:"pattern",params:{pattern: "^[a-zA-Z_][a-zA-Z0-9_]{0,127}$"},schema:"^[a-zA-Z_][a-zA-Z0-9_]{0,127}$",parentSchema:schema43,data:key1,propertyName:key1};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
else {
const err11 = {instancePath:instancePath+"/args",schemaPath:"#/definitions/argName/type",keyword:"type",params:{type: "string"},schema:schema43.type,parentSchema:schema43,data:key1,propertyName:key1};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
var valid3 = _errs17 === errors;
if(!valid3){
const err12 = {instancePath:instancePath+"/args",schemaPath:"#/properties/args/propertyNames",keyword:"propertyNames",params:{propertyName: key1},schema:schema40.properties.args.propertyNames,parentSchema:schema40.properties.args,data:data3};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
for(const key2 in data3){
let data4 = data3[key2];
if(typeof data4 === "string"){
if(func3(data4) > 32768){
const err13 = {instancePath:instancePath+"/args/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/argValue/maxLength",keyword:"maxLength",params:{limit: 32768},schema:32768,parentSchema:schema44,data:data4};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
else {
const err14 = {instancePath:instancePath+"/args/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/argValue/type",keyword:"type",params:{type: "string"},schema:schema44.type,parentSchema:schema44,data:data4};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
}
else {
const err15 = {instancePath:instancePath+"/args",schemaPath:"#/properties/args/type",keyword:"type",params:{type: "object"},schema:schema40.properties.args.type,parentSchema:schema40.properties.args,data:data3};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data.secrets !== undefined){
let data5 = data.secrets;
if(data5 && typeof data5 == "object" && !Array.isArray(data5)){
if(Object.keys(data5).length > 100){
const err16 = {instancePath:instancePath+"/secrets",schemaPath:"#/properties/secrets/maxProperties",keyword:"maxProperties",params:{limit: 100},schema:100,parentSchema:schema40.properties.secrets,data:data5};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
for(const key3 in data5){
const _errs29 = errors;
if(typeof key3 === "string"){
if(!pattern10.test(key3)){
const err17 = {instancePath:instancePath+"/secrets",schemaPath:"#/definitions/secretId/pattern",keyword:"pattern",params:{pattern: "^[a-zA-Z0-9_][a-zA-Z0-9_.-]{0,63}$"},schema:"^[a-zA-Z0-9_][a-zA-Z0-9_.-]{0,63}$",parentSchema:schema45,data:key3,propertyName:key3};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
else {
const err18 = {instancePath:instancePath+"/secrets",schemaPath:"#/definitions/secretId/type",keyword:"type",params:{type: "string"},schema:schema45.type,parentSchema:schema45,data:key3,propertyName:key3};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
var valid7 = _errs29 === errors;
if(!valid7){
const err19 = {instancePath:instancePath+"/secrets",schemaPath:"#/properties/secrets/propertyNames",keyword:"propertyNames",params:{propertyName: key3},schema:schema40.properties.secrets.propertyNames,parentSchema:schema40.properties.secrets,data:data5};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
for(const key4 in data5){
let data6 = data5[key4];
if(typeof data6 === "string"){
if(func3(data6) > 1024){
const err20 = {instancePath:instancePath+"/secrets/" + key4.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/path/maxLength",keyword:"maxLength",params:{limit: 1024},schema:1024,parentSchema:schema17,data:data6};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
if(func3(data6) < 1){
const err21 = {instancePath:instancePath+"/secrets/" + key4.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/path/minLength",keyword:"minLength",params:{limit: 1},schema:1,parentSchema:schema17,data:data6};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
else {
const err22 = {instancePath:instancePath+"/secrets/" + key4.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/path/type",keyword:"type",params:{type: "string"},schema:schema17.type,parentSchema:schema17,data:data6};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
}
else {
const err23 = {instancePath:instancePath+"/secrets",schemaPath:"#/properties/secrets/type",keyword:"type",params:{type: "object"},schema:schema40.properties.secrets.type,parentSchema:schema40.properties.secrets,data:data5};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
if(data.cacheFrom !== undefined){
let data7 = data.cacheFrom;
if(Array.isArray(data7)){
if(data7.length > 20){
const err24 = {instancePath:instancePath+"/cacheFrom",schemaPath:"#/properties/cacheFrom/maxItems",keyword:"maxItems",params:{limit: 20},schema:20,parentSchema:schema40.properties.cacheFrom,data:data7};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
const len0 = data7.length;
for(let i0=0; i0<len0; i0++){
let data8 = data7[i0];
if(typeof data8 === "string"){
if(func3(data8) > 2048){
const err25 = {instancePath:instancePath+"/cacheFrom/" + i0,schemaPath:"#/definitions/cachePlace/maxLength",keyword:"maxLength",params:{limit: 2048},schema:2048,parentSchema:schema47,data:data8};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
if(!pattern11.test(data8)){
const err26 = {instancePath:instancePath+"/cacheFrom/" + i0,schemaPath:"#/definitions/cachePlace/pattern",keyword:"pattern",params:{pattern: "^[^\\s\\u0000-\\u001f-][^\\s\\u0000-\\u001f]*$"},schema:"^[^\\s\\u0000-\\u001f-][^\\s\\u0000-\\u001f]*$",parentSchema:schema47,data:data8};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
else {
const err27 = {instancePath:instancePath+"/cacheFrom/" + i0,schemaPath:"#/definitions/cachePlace/type",keyword:"type",params:{type: "string"},schema:schema47.type,parentSchema:schema47,data:data8};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
}
else {
const err28 = {instancePath:instancePath+"/cacheFrom",schemaPath:"#/properties/cacheFrom/type",keyword:"type",params:{type: "array"},schema:schema40.properties.cacheFrom.type,parentSchema:schema40.properties.cacheFrom,data:data7};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
if(data.cacheTo !== undefined){
let data9 = data.cacheTo;
if(Array.isArray(data9)){
if(data9.length > 20){
const err29 = {instancePath:instancePath+"/cacheTo",schemaPath:"#/properties/cacheTo/maxItems",keyword:"maxItems",params:{limit: 20},schema:20,parentSchema:schema40.properties.cacheTo,data:data9};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
const len1 = data9.length;
for(let i1=0; i1<len1; i1++){
let data10 = data9[i1];
if(typeof data10 === "string"){
if(func3(data10) > 2048){
const err30 = {instancePath:instancePath+"/cacheTo/" + i1,schemaPath:"#/definitions/cachePlace/maxLength",keyword:"maxLength",params:{limit: 2048},schema:2048,parentSchema:schema47,data:data10};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
if(!pattern11.test(data10)){
const err31 = {instancePath:instancePath+"/cacheTo/" + i1,schemaPath:"#/definitions/cachePlace/pattern",keyword:"pattern",params:{pattern: "^[^\\s\\u0000-\\u001f-][^\\s\\u0000-\\u001f]*$"},schema:"^[^\\s\\u0000-\\u001f-][^\\s\\u0000-\\u001f]*$",parentSchema:schema47,data:data10};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
else {
const err32 = {instancePath:instancePath+"/cacheTo/" + i1,schemaPath:"#/definitions/cachePlace/type",keyword:"type",params:{type: "string"},schema:schema47.type,parentSchema:schema47,data:data10};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
}
else {
const err33 = {instancePath:instancePath+"/cacheTo",schemaPath:"#/properties/cacheTo/type",keyword:"type",params:{type: "array"},schema:schema40.properties.cacheTo.type,parentSchema:schema40.properties.cacheTo,data:data9};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
if(data.builder !== undefined){
let data11 = data.builder;
if(typeof data11 !== "string"){
const err34 = {instancePath:instancePath+"/builder",schemaPath:"#/properties/builder/type",keyword:"type",params:{type: "string"},schema:schema40.properties.builder.type,parentSchema:schema40.properties.builder,data:data11};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
if(!(((((data11 === "buildx") || (data11 === "docker")) || (data11 === "podman")) || (data11 === "buildah")) || (data11 === "finch"))){
const err35 = {instancePath:instancePath+"/builder",schemaPath:"#/properties/builder/enum",keyword:"enum",params:{allowedValues: schema40.properties.builder.enum},schema:schema40.properties.builder.enum,parentSchema:schema40.properties.builder,data:data11};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
}
else {
const err36 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema40.type,parentSchema:schema40,data};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
validate36.errors = vErrors;
return errors === 0;
}

const schema49 = {"title":"Append","description":"Files as one more layer on a base image, without any builder of images. The base is pinned by its digest in a lock file.","type":"object","additionalProperties":false,"examples":[{"base":"public.ecr.aws/lambda/nodejs:24","add":"dist"}],"properties":{"base":{"$ref":"#/definitions/imageUri","description":"The image to begin with.","examples":["public.ecr.aws/lambda/nodejs:24"]},"add":{"$ref":"#/definitions/path","description":"The folder to add, or a single file such as a static bootstrap.","examples":["dist"]},"to":{"description":"The folder in the image.","type":"string","maxLength":1024,"pattern":"^(?!.*/\\.{1,2}(/|$))/[^\\u0000-\\u001f\\\\]*$","default":"/var/task","examples":["/var/task"],"$comment":"append.to"},"include":{"$ref":"#/definitions/include"},"exclude":{"$ref":"#/definitions/exclude"},"allow":{"$ref":"#/definitions/allow"}},"$comment":"append"};
const pattern14 = new RegExp("^(?!.*/\\.{1,2}(/|$))/[^\\u0000-\\u001f\\\\]*$", "u");

function validate38(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!((((((key0 === "base") || (key0 === "add")) || (key0 === "to")) || (key0 === "include")) || (key0 === "exclude")) || (key0 === "allow"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema49,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.base !== undefined){
let data0 = data.base;
if(typeof data0 === "string"){
if(!pattern7.test(data0)){
const err1 = {instancePath:instancePath+"/base",schemaPath:"#/definitions/imageUri/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9][a-zA-Z0-9._:/-]{0,511}(@sha256:[a-f0-9]{64}|:[a-zA-Z0-9_][a-zA-Z0-9._-]{0,127})$"},schema:"^[a-z0-9][a-zA-Z0-9._:/-]{0,511}(@sha256:[a-f0-9]{64}|:[a-zA-Z0-9_][a-zA-Z0-9._-]{0,127})$",parentSchema:schema39,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
else {
const err2 = {instancePath:instancePath+"/base",schemaPath:"#/definitions/imageUri/type",keyword:"type",params:{type: "string"},schema:schema39.type,parentSchema:schema39,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.add !== undefined){
let data1 = data.add;
if(typeof data1 === "string"){
if(func3(data1) > 1024){
const err3 = {instancePath:instancePath+"/add",schemaPath:"#/definitions/path/maxLength",keyword:"maxLength",params:{limit: 1024},schema:1024,parentSchema:schema17,data:data1};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(func3(data1) < 1){
const err4 = {instancePath:instancePath+"/add",schemaPath:"#/definitions/path/minLength",keyword:"minLength",params:{limit: 1},schema:1,parentSchema:schema17,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
else {
const err5 = {instancePath:instancePath+"/add",schemaPath:"#/definitions/path/type",keyword:"type",params:{type: "string"},schema:schema17.type,parentSchema:schema17,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.to !== undefined){
let data2 = data.to;
if(typeof data2 === "string"){
if(func3(data2) > 1024){
const err6 = {instancePath:instancePath+"/to",schemaPath:"#/properties/to/maxLength",keyword:"maxLength",params:{limit: 1024},schema:1024,parentSchema:schema49.properties.to,data:data2};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(!pattern14.test(data2)){
const err7 = {instancePath:instancePath+"/to",schemaPath:"#/properties/to/pattern",keyword:"pattern",params:{pattern: "^(?!.*/\\.{1,2}(/|$))/[^\\u0000-\\u001f\\\\]*$"},schema:"^(?!.*/\\.{1,2}(/|$))/[^\\u0000-\\u001f\\\\]*$",parentSchema:schema49.properties.to,data:data2};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
else {
const err8 = {instancePath:instancePath+"/to",schemaPath:"#/properties/to/type",keyword:"type",params:{type: "string"},schema:schema49.properties.to.type,parentSchema:schema49.properties.to,data:data2};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.include !== undefined){
if(!(validate14(data.include, {instancePath:instancePath+"/include",parentData:data,parentDataProperty:"include",rootData}))){
vErrors = vErrors === null ? validate14.errors : vErrors.concat(validate14.errors);
errors = vErrors.length;
}
}
if(data.exclude !== undefined){
if(!(validate16(data.exclude, {instancePath:instancePath+"/exclude",parentData:data,parentDataProperty:"exclude",rootData}))){
vErrors = vErrors === null ? validate16.errors : vErrors.concat(validate16.errors);
errors = vErrors.length;
}
}
if(data.allow !== undefined){
let data5 = data.allow;
if(Array.isArray(data5)){
if(data5.length > 1000){
const err9 = {instancePath:instancePath+"/allow",schemaPath:"#/definitions/allow/maxItems",keyword:"maxItems",params:{limit: 1000},schema:1000,parentSchema:schema22,data:data5};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
const len0 = data5.length;
for(let i0=0; i0<len0; i0++){
let data6 = data5[i0];
if(typeof data6 === "string"){
if(func3(data6) > 1024){
const err10 = {instancePath:instancePath+"/allow/" + i0,schemaPath:"#/definitions/allow/items/maxLength",keyword:"maxLength",params:{limit: 1024},schema:1024,parentSchema:schema22.items,data:data6};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
if(func3(data6) < 1){
const err11 = {instancePath:instancePath+"/allow/" + i0,schemaPath:"#/definitions/allow/items/minLength",keyword:"minLength",params:{limit: 1},schema:1,parentSchema:schema22.items,data:data6};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
else {
const err12 = {instancePath:instancePath+"/allow/" + i0,schemaPath:"#/definitions/allow/items/type",keyword:"type",params:{type: "string"},schema:schema22.items.type,parentSchema:schema22.items,data:data6};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
let i1 = data5.length;
let j0;
if(i1 > 1){
const indices0 = {};
for(;i1--;){
let item0 = data5[i1];
if(typeof item0 !== "string"){
continue;
}
if(typeof indices0[item0] == "number"){
j0 = indices0[item0];
const err13 = {instancePath:instancePath+"/allow",schemaPath:"#/definitions/allow/uniqueItems",keyword:"uniqueItems",params:{i: i1, j: j0},schema:true,parentSchema:schema22,data:data5};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
break;
}
indices0[item0] = i1;
}
}
}
else {
const err14 = {instancePath:instancePath+"/allow",schemaPath:"#/definitions/allow/type",keyword:"type",params:{type: "array"},schema:schema22.type,parentSchema:schema22,data:data5};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
}
else {
const err15 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema49.type,parentSchema:schema49,data};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
validate38.errors = vErrors;
return errors === 0;
}


function validate35(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
const _errs1 = errors;
let valid0 = false;
const _errs2 = errors;
if(typeof data === "string"){
if(!pattern7.test(data)){
const err0 = {instancePath,schemaPath:"#/definitions/imageUri/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9][a-zA-Z0-9._:/-]{0,511}(@sha256:[a-f0-9]{64}|:[a-zA-Z0-9_][a-zA-Z0-9._-]{0,127})$"},schema:"^[a-z0-9][a-zA-Z0-9._:/-]{0,511}(@sha256:[a-f0-9]{64}|:[a-zA-Z0-9_][a-zA-Z0-9._-]{0,127})$",parentSchema:schema39,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
else {
const err1 = {instancePath,schemaPath:"#/definitions/imageUri/type",keyword:"type",params:{type: "string"},schema:schema39.type,parentSchema:schema39,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
var _valid0 = _errs2 === errors;
valid0 = valid0 || _valid0;
if(!valid0){
const _errs6 = errors;
if(!(validate36(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validate36.errors : vErrors.concat(validate36.errors);
errors = vErrors.length;
}
var _valid0 = _errs6 === errors;
valid0 = valid0 || _valid0;
if(!valid0){
const _errs7 = errors;
if(!(validate38(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validate38.errors : vErrors.concat(validate38.errors);
errors = vErrors.length;
}
var _valid0 = _errs7 === errors;
valid0 = valid0 || _valid0;
}
}
if(!valid0){
const err2 = {instancePath,schemaPath:"#/anyOf",keyword:"anyOf",params:{},schema:schema38.anyOf,parentSchema:schema38,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
else {
errors = _errs1;
if(vErrors !== null){
if(_errs1){
vErrors.length = _errs1;
}
else {
vErrors = null;
}
}
}
validate35.errors = vErrors;
return errors === 0;
}

const schema57 = {"title":"Role","description":"The execution role: the ARN of one that is there, or what a role that shipit makes may do.","examples":["arn:aws:iam::123456789012:role/orders",{"statements":[{"Effect":"Allow","Action":"dynamodb:PutItem","Resource":"arn:aws:dynamodb:eu-west-1:123456789012:table/orders"}]}],"anyOf":[{"$ref":"#/definitions/roleArn"},{"$ref":"#/definitions/ownRole"}],"$comment":"role","branches":{"roleArn":null,"ownRole":["name","path","statements","managed","boundary","allowEverything"]}};
const schema58 = {"title":"Role ARN","description":"ARN of a role that is there already.","type":"string","pattern":"^arn:(aws[a-zA-Z-]*)?:iam::\\d{12}:role/[a-zA-Z_0-9+=,.@/-]{1,512}$","examples":["arn:aws:iam::123456789012:role/orders"],"$comment":"roleArn"};
const pattern21 = new RegExp("^arn:(aws[a-zA-Z-]*)?:iam::\\d{12}:role/[a-zA-Z_0-9+=,.@/-]{1,512}$", "u");
const schema59 = {"title":"Own role","description":"A role that shipit makes, keeps as declared and deletes with the function. Logs come by themselves, and so does what X-Ray, a VPC, a dead letter queue, a file system, a key and durable executions need.","type":"object","additionalProperties":false,"examples":[{"managed":["arn:aws:iam::aws:policy/AmazonSQSReadOnlyAccess"]}],"properties":{"name":{"description":"Name of the role. Without it, `<Lambda name>-role`.","type":"string","pattern":"^[a-zA-Z0-9+=,.@_-]{1,64}$","examples":["orders-api"],"$comment":"ownRole.name"},"path":{"description":"Path of the role in IAM.","type":"string","maxLength":512,"pattern":"^/([a-zA-Z0-9+=,.@_-]+/)*$","default":"/","examples":["/teams/orders/"],"$comment":"ownRole.path"},"statements":{"description":"What the function may do: statements of an IAM policy, with IAM's own names.","type":"array","maxItems":100,"items":{"$ref":"#/definitions/statement"},"examples":[[{"Effect":"Allow","Action":"dynamodb:PutItem","Resource":"arn:aws:dynamodb:eu-west-1:123456789012:table/orders"}]],"$comment":"ownRole.statements"},"managed":{"description":"ARNs of managed policies, at most 20.","type":"array","maxItems":20,"uniqueItems":true,"items":{"description":"ARN of a managed policy.","type":"string","pattern":"^arn:(aws[a-zA-Z-]*)?:iam::(aws|\\d{12}):policy/[a-zA-Z0-9+=,.@_/-]{1,512}$","examples":["arn:aws:iam::aws:policy/AmazonSQSReadOnlyAccess"],"$comment":"policyArn"},"examples":[["arn:aws:iam::aws:policy/AmazonSQSReadOnlyAccess"]],"$comment":"ownRole.managed"},"boundary":{"description":"ARN of the policy that bounds what the role may do. `null`: none.","type":["string","null"],"pattern":"^arn:(aws[a-zA-Z-]*)?:iam::(aws|\\d{12}):policy/[a-zA-Z0-9+=,.@_/-]{1,512}$","examples":["arn:aws:iam::123456789012:policy/boundary"],"$comment":"ownRole.boundary"},"allowEverything":{"description":"Says that a role that may do everything is meant; without it, such a role is refused.","type":"boolean","default":false,"examples":[true],"$comment":"ownRole.allowEverything"}},"$comment":"ownRole"};
const pattern22 = new RegExp("^[a-zA-Z0-9+=,.@_-]{1,64}$", "u");
const pattern23 = new RegExp("^/([a-zA-Z0-9+=,.@_-]+/)*$", "u");
const pattern29 = new RegExp("^arn:(aws[a-zA-Z-]*)?:iam::(aws|\\d{12}):policy/[a-zA-Z0-9+=,.@_/-]{1,512}$", "u");
const schema60 = {"title":"Statement","description":"One statement of an IAM policy.","type":"object","required":["Effect"],"additionalProperties":false,"examples":[{"Effect":"Allow","Action":["dynamodb:GetItem","dynamodb:PutItem"],"Resource":"arn:aws:dynamodb:eu-west-1:123456789012:table/orders"}],"properties":{"Sid":{"description":"A name for the statement: letters and digits.","type":"string","pattern":"^[a-zA-Z0-9]{0,100}$","examples":["Orders"],"$comment":"statement.Sid"},"Effect":{"description":"Allow or Deny.","type":"string","enum":["Allow","Deny"],"examples":["Allow"],"$comment":"statement.Effect"},"Action":{"$ref":"#/definitions/actions","description":"What it is about, one action or a list.","examples":["dynamodb:PutItem"]},"NotAction":{"$ref":"#/definitions/actions","description":"Everything but these actions.","examples":[["iam:*"]]},"Resource":{"$ref":"#/definitions/resources","description":"On what, one ARN or a list; `*` stands for anything.","examples":["arn:aws:dynamodb:eu-west-1:123456789012:table/orders"]},"NotResource":{"$ref":"#/definitions/resources","description":"On everything but these.","examples":[["arn:aws:s3:::secrets/*"]]},"Condition":{"description":"Under which conditions, as IAM writes them; `$${` is a literal `${`.","type":"object","additionalProperties":{"$ref":"#/definitions/condition"},"examples":[{"StringEquals":{"aws:ResourceTag/team":"orders"}}],"$comment":"statement.Condition"}},"$comment":"statement"};
const schema65 = {"description":"The keys of one operator and their values.","type":"object","additionalProperties":{"type":["string","number","boolean","array"]},"examples":[{"aws:ResourceTag/team":"orders"}],"$comment":"condition"};
const pattern24 = new RegExp("^[a-zA-Z0-9]{0,100}$", "u");
const schema61 = {"description":"One action of IAM or a list of them.","type":["string","array"],"pattern":"^(\\*|[a-zA-Z0-9-]+:[a-zA-Z0-9*?]+)$","minItems":1,"items":{"$ref":"#/definitions/action"},"examples":["dynamodb:PutItem",["s3:GetObject","s3:PutObject"]],"$comment":"actions"};
const schema62 = {"description":"One action of IAM.","type":"string","pattern":"^(\\*|[a-zA-Z0-9-]+:[a-zA-Z0-9*?]+)$","examples":["dynamodb:PutItem"],"$comment":"action"};
const pattern25 = new RegExp("^(\\*|[a-zA-Z0-9-]+:[a-zA-Z0-9*?]+)$", "u");

function validate46(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if((typeof data !== "string") && (!(Array.isArray(data)))){
const err0 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: schema61.type},schema:schema61.type,parentSchema:schema61,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(typeof data === "string"){
if(!pattern25.test(data)){
const err1 = {instancePath,schemaPath:"#/pattern",keyword:"pattern",params:{pattern: "^(\\*|[a-zA-Z0-9-]+:[a-zA-Z0-9*?]+)$"},schema:"^(\\*|[a-zA-Z0-9-]+:[a-zA-Z0-9*?]+)$",parentSchema:schema61,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(Array.isArray(data)){
if(data.length < 1){
const err2 = {instancePath,schemaPath:"#/minItems",keyword:"minItems",params:{limit: 1},schema:1,parentSchema:schema61,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
let data0 = data[i0];
if(typeof data0 === "string"){
if(!pattern25.test(data0)){
const err3 = {instancePath:instancePath+"/" + i0,schemaPath:"#/definitions/action/pattern",keyword:"pattern",params:{pattern: "^(\\*|[a-zA-Z0-9-]+:[a-zA-Z0-9*?]+)$"},schema:"^(\\*|[a-zA-Z0-9-]+:[a-zA-Z0-9*?]+)$",parentSchema:schema62,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
else {
const err4 = {instancePath:instancePath+"/" + i0,schemaPath:"#/definitions/action/type",keyword:"type",params:{type: "string"},schema:schema62.type,parentSchema:schema62,data:data0};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
}
validate46.errors = vErrors;
return errors === 0;
}

const schema63 = {"description":"One ARN or a list of them.","type":["string","array"],"pattern":"^(\\*|arn:[^\\s]+)$","minItems":1,"items":{"$ref":"#/definitions/resource"},"examples":["arn:aws:s3:::orders/*",["arn:aws:s3:::orders","arn:aws:s3:::orders/*"]],"$comment":"resources"};
const schema64 = {"description":"One ARN, with `*` for anything.","type":"string","pattern":"^(\\*|arn:[^\\s]+)$","examples":["arn:aws:s3:::orders/*"],"$comment":"resource"};
const pattern27 = new RegExp("^(\\*|arn:[^\\s]+)$", "u");

function validate49(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if((typeof data !== "string") && (!(Array.isArray(data)))){
const err0 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: schema63.type},schema:schema63.type,parentSchema:schema63,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(typeof data === "string"){
if(!pattern27.test(data)){
const err1 = {instancePath,schemaPath:"#/pattern",keyword:"pattern",params:{pattern: "^(\\*|arn:[^\\s]+)$"},schema:"^(\\*|arn:[^\\s]+)$",parentSchema:schema63,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(Array.isArray(data)){
if(data.length < 1){
const err2 = {instancePath,schemaPath:"#/minItems",keyword:"minItems",params:{limit: 1},schema:1,parentSchema:schema63,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
let data0 = data[i0];
if(typeof data0 === "string"){
if(!pattern27.test(data0)){
const err3 = {instancePath:instancePath+"/" + i0,schemaPath:"#/definitions/resource/pattern",keyword:"pattern",params:{pattern: "^(\\*|arn:[^\\s]+)$"},schema:"^(\\*|arn:[^\\s]+)$",parentSchema:schema64,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
else {
const err4 = {instancePath:instancePath+"/" + i0,schemaPath:"#/definitions/resource/type",keyword:"type",params:{type: "string"},schema:schema64.type,parentSchema:schema64,data:data0};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
}
validate49.errors = vErrors;
return errors === 0;
}


function validate45(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.Effect === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "Effect"},schema:schema60.required,parentSchema:schema60,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!(((((((key0 === "Sid") || (key0 === "Effect")) || (key0 === "Action")) || (key0 === "NotAction")) || (key0 === "Resource")) || (key0 === "NotResource")) || (key0 === "Condition"))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema60,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.Sid !== undefined){
let data0 = data.Sid;
if(typeof data0 === "string"){
if(!pattern24.test(data0)){
const err2 = {instancePath:instancePath+"/Sid",schemaPath:"#/properties/Sid/pattern",keyword:"pattern",params:{pattern: "^[a-zA-Z0-9]{0,100}$"},schema:"^[a-zA-Z0-9]{0,100}$",parentSchema:schema60.properties.Sid,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
else {
const err3 = {instancePath:instancePath+"/Sid",schemaPath:"#/properties/Sid/type",keyword:"type",params:{type: "string"},schema:schema60.properties.Sid.type,parentSchema:schema60.properties.Sid,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.Effect !== undefined){
let data1 = data.Effect;
if(typeof data1 !== "string"){
const err4 = {instancePath:instancePath+"/Effect",schemaPath:"#/properties/Effect/type",keyword:"type",params:{type: "string"},schema:schema60.properties.Effect.type,parentSchema:schema60.properties.Effect,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(!((data1 === "Allow") || (data1 === "Deny"))){
const err5 = {instancePath:instancePath+"/Effect",schemaPath:"#/properties/Effect/enum",keyword:"enum",params:{allowedValues: schema60.properties.Effect.enum},schema:schema60.properties.Effect.enum,parentSchema:schema60.properties.Effect,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.Action !== undefined){
if(!(validate46(data.Action, {instancePath:instancePath+"/Action",parentData:data,parentDataProperty:"Action",rootData}))){
vErrors = vErrors === null ? validate46.errors : vErrors.concat(validate46.errors);
errors = vErrors.length;
}
}
if(data.NotAction !== undefined){
if(!(validate46(data.NotAction, {instancePath:instancePath+"/NotAction",parentData:data,parentDataProperty:"NotAction",rootData}))){
vErrors = vErrors === null ? validate46.errors : vErrors.concat(validate46.errors);
errors = vErrors.length;
}
}
if(data.Resource !== undefined){
if(!(validate49(data.Resource, {instancePath:instancePath+"/Resource",parentData:data,parentDataProperty:"Resource",rootData}))){
vErrors = vErrors === null ? validate49.errors : vErrors.concat(validate49.errors);
errors = vErrors.length;
}
}
if(data.NotResource !== undefined){
if(!(validate49(data.NotResource, {instancePath:instancePath+"/NotResource",parentData:data,parentDataProperty:"NotResource",rootData}))){
vErrors = vErrors === null ? validate49.errors : vErrors.concat(validate49.errors);
errors = vErrors.length;
}
}
if(data.Condition !== undefined){
let data6 = data.Condition;
if(data6 && typeof data6 == "object" && !Array.isArray(data6)){
for(const key1 in data6){
let data7 = data6[key1];
if(data7 && typeof data7 == "object" && !Array.isArray(data7)){
for(const key2 in data7){
let data8 = data7[key2];
if((((typeof data8 !== "string") && (!((typeof data8 == "number") && (isFinite(data8))))) && (typeof data8 !== "boolean")) && (!(Array.isArray(data8)))){
const err6 = {instancePath:instancePath+"/Condition/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/condition/additionalProperties/type",keyword:"type",params:{type: schema65.additionalProperties.type},schema:schema65.additionalProperties.type,parentSchema:schema65.additionalProperties,data:data8};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
}
else {
const err7 = {instancePath:instancePath+"/Condition/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/condition/type",keyword:"type",params:{type: "object"},schema:schema65.type,parentSchema:schema65,data:data7};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
}
else {
const err8 = {instancePath:instancePath+"/Condition",schemaPath:"#/properties/Condition/type",keyword:"type",params:{type: "object"},schema:schema60.properties.Condition.type,parentSchema:schema60.properties.Condition,data:data6};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
}
else {
const err9 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema60.type,parentSchema:schema60,data};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
validate45.errors = vErrors;
return errors === 0;
}


function validate44(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!((((((key0 === "name") || (key0 === "path")) || (key0 === "statements")) || (key0 === "managed")) || (key0 === "boundary")) || (key0 === "allowEverything"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema59,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.name !== undefined){
let data0 = data.name;
if(typeof data0 === "string"){
if(!pattern22.test(data0)){
const err1 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/pattern",keyword:"pattern",params:{pattern: "^[a-zA-Z0-9+=,.@_-]{1,64}$"},schema:"^[a-zA-Z0-9+=,.@_-]{1,64}$",parentSchema:schema59.properties.name,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
else {
const err2 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/type",keyword:"type",params:{type: "string"},schema:schema59.properties.name.type,parentSchema:schema59.properties.name,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.path !== undefined){
let data1 = data.path;
if(typeof data1 === "string"){
if(func3(data1) > 512){
const err3 = {instancePath:instancePath+"/path",schemaPath:"#/properties/path/maxLength",keyword:"maxLength",params:{limit: 512},schema:512,parentSchema:schema59.properties.path,data:data1};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(!pattern23.test(data1)){
const err4 = {instancePath:instancePath+"/path",schemaPath:"#/properties/path/pattern",keyword:"pattern",params:{pattern: "^/([a-zA-Z0-9+=,.@_-]+/)*$"},schema:"^/([a-zA-Z0-9+=,.@_-]+/)*$",parentSchema:schema59.properties.path,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
else {
const err5 = {instancePath:instancePath+"/path",schemaPath:"#/properties/path/type",keyword:"type",params:{type: "string"},schema:schema59.properties.path.type,parentSchema:schema59.properties.path,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.statements !== undefined){
let data2 = data.statements;
if(Array.isArray(data2)){
if(data2.length > 100){
const err6 = {instancePath:instancePath+"/statements",schemaPath:"#/properties/statements/maxItems",keyword:"maxItems",params:{limit: 100},schema:100,parentSchema:schema59.properties.statements,data:data2};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
const len0 = data2.length;
for(let i0=0; i0<len0; i0++){
if(!(validate45(data2[i0], {instancePath:instancePath+"/statements/" + i0,parentData:data2,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validate45.errors : vErrors.concat(validate45.errors);
errors = vErrors.length;
}
}
}
else {
const err7 = {instancePath:instancePath+"/statements",schemaPath:"#/properties/statements/type",keyword:"type",params:{type: "array"},schema:schema59.properties.statements.type,parentSchema:schema59.properties.statements,data:data2};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.managed !== undefined){
let data4 = data.managed;
if(Array.isArray(data4)){
if(data4.length > 20){
const err8 = {instancePath:instancePath+"/managed",schemaPath:"#/properties/managed/maxItems",keyword:"maxItems",params:{limit: 20},schema:20,parentSchema:schema59.properties.managed,data:data4};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
const len1 = data4.length;
for(let i1=0; i1<len1; i1++){
let data5 = data4[i1];
if(typeof data5 === "string"){
if(!pattern29.test(data5)){
const err9 = {instancePath:instancePath+"/managed/" + i1,schemaPath:"#/properties/managed/items/pattern",keyword:"pattern",params:{pattern: "^arn:(aws[a-zA-Z-]*)?:iam::(aws|\\d{12}):policy/[a-zA-Z0-9+=,.@_/-]{1,512}$"},schema:"^arn:(aws[a-zA-Z-]*)?:iam::(aws|\\d{12}):policy/[a-zA-Z0-9+=,.@_/-]{1,512}$",parentSchema:schema59.properties.managed.items,data:data5};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
else {
const err10 = {instancePath:instancePath+"/managed/" + i1,schemaPath:"#/properties/managed/items/type",keyword:"type",params:{type: "string"},schema:schema59.properties.managed.items.type,parentSchema:schema59.properties.managed.items,data:data5};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
let i2 = data4.length;
let j0;
if(i2 > 1){
const indices0 = {};
for(;i2--;){
let item0 = data4[i2];
if(typeof item0 !== "string"){
continue;
}
if(typeof indices0[item0] == "number"){
j0 = indices0[item0];
const err11 = {instancePath:instancePath+"/managed",schemaPath:"#/properties/managed/uniqueItems",keyword:"uniqueItems",params:{i: i2, j: j0},schema:true,parentSchema:schema59.properties.managed,data:data4};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
break;
}
indices0[item0] = i2;
}
}
}
else {
const err12 = {instancePath:instancePath+"/managed",schemaPath:"#/properties/managed/type",keyword:"type",params:{type: "array"},schema:schema59.properties.managed.type,parentSchema:schema59.properties.managed,data:data4};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data.boundary !== undefined){
let data6 = data.boundary;
if((typeof data6 !== "string") && (data6 !== null)){
const err13 = {instancePath:instancePath+"/boundary",schemaPath:"#/properties/boundary/type",keyword:"type",params:{type: schema59.properties.boundary.type},schema:schema59.properties.boundary.type,parentSchema:schema59.properties.boundary,data:data6};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
if(typeof data6 === "string"){
if(!pattern29.test(data6)){
const err14 = {instancePath:instancePath+"/boundary",schemaPath:"#/properties/boundary/pattern",keyword:"pattern",params:{pattern: "^arn:(aws[a-zA-Z-]*)?:iam::(aws|\\d{12}):policy/[a-zA-Z0-9+=,.@_/-]{1,512}$"},schema:"^arn:(aws[a-zA-Z-]*)?:iam::(aws|\\d{12}):policy/[a-zA-Z0-9+=,.@_/-]{1,512}$",parentSchema:schema59.properties.boundary,data:data6};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
}
if(data.allowEverything !== undefined){
let data7 = data.allowEverything;
if(typeof data7 !== "boolean"){
const err15 = {instancePath:instancePath+"/allowEverything",schemaPath:"#/properties/allowEverything/type",keyword:"type",params:{type: "boolean"},schema:schema59.properties.allowEverything.type,parentSchema:schema59.properties.allowEverything,data:data7};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
}
else {
const err16 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema59.type,parentSchema:schema59,data};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
validate44.errors = vErrors;
return errors === 0;
}


function validate43(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
const _errs1 = errors;
let valid0 = false;
const _errs2 = errors;
if(typeof data === "string"){
if(!pattern21.test(data)){
const err0 = {instancePath,schemaPath:"#/definitions/roleArn/pattern",keyword:"pattern",params:{pattern: "^arn:(aws[a-zA-Z-]*)?:iam::\\d{12}:role/[a-zA-Z_0-9+=,.@/-]{1,512}$"},schema:"^arn:(aws[a-zA-Z-]*)?:iam::\\d{12}:role/[a-zA-Z_0-9+=,.@/-]{1,512}$",parentSchema:schema58,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
else {
const err1 = {instancePath,schemaPath:"#/definitions/roleArn/type",keyword:"type",params:{type: "string"},schema:schema58.type,parentSchema:schema58,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
var _valid0 = _errs2 === errors;
valid0 = valid0 || _valid0;
if(!valid0){
const _errs6 = errors;
if(!(validate44(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validate44.errors : vErrors.concat(validate44.errors);
errors = vErrors.length;
}
var _valid0 = _errs6 === errors;
valid0 = valid0 || _valid0;
}
if(!valid0){
const err2 = {instancePath,schemaPath:"#/anyOf",keyword:"anyOf",params:{},schema:schema57.anyOf,parentSchema:schema57,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
else {
errors = _errs1;
if(vErrors !== null){
if(_errs1){
vErrors.length = _errs1;
}
else {
vErrors = null;
}
}
}
validate43.errors = vErrors;
return errors === 0;
}

const schema67 = {"title":"File system","description":"A file system of EFS or of S3 Files under /mnt. `null`: none.","type":["object","null"],"additionalProperties":false,"examples":[{"arn":"arn:aws:elasticfilesystem:eu-west-1:123456789012:access-point/fsap-0123456789abcdef0","localMountPath":"/mnt/orders"}],"properties":{"arn":{"$ref":"#/definitions/accessPoint","description":"ARN of the access point.","examples":["arn:aws:elasticfilesystem:eu-west-1:123456789012:access-point/fsap-0123456789abcdef0"]},"localMountPath":{"description":"Where the function finds it.","type":"string","maxLength":160,"pattern":"^/mnt/[a-zA-Z0-9_.-]+$","examples":["/mnt/orders"],"$comment":"fileSystem.localMountPath"},"directS3Read":{"description":"Whether S3 Files are read from S3 itself. `null`: as AWS has it.","type":["string","null"],"enum":["ENABLED","DISABLED","AUTO",null],"examples":["AUTO"],"$comment":"fileSystem.directS3Read"}},"$comment":"fileSystem"};
const schema68 = {"description":"ARN of an access point of EFS or of S3 Files.","type":"string","maxLength":256,"pattern":"^arn:aws[a-zA-Z-]*:(elasticfilesystem:(eusc-)?[a-z]{2}(-gov|-iso[a-z]?)?-[a-z]+-\\d:\\d{12}:access-point/fsap-[a-f0-9]{17}|s3files:[0-9a-z:-]+:file-system/fs-[0-9a-f]{17,40}/access-point/fsap-[0-9a-f]{17,40})$","examples":["arn:aws:elasticfilesystem:eu-west-1:123456789012:access-point/fsap-0123456789abcdef0"],"$comment":"accessPoint"};
const pattern34 = new RegExp("^arn:aws[a-zA-Z-]*:(elasticfilesystem:(eusc-)?[a-z]{2}(-gov|-iso[a-z]?)?-[a-z]+-\\d:\\d{12}:access-point/fsap-[a-f0-9]{17}|s3files:[0-9a-z:-]+:file-system/fs-[0-9a-f]{17,40}/access-point/fsap-[0-9a-f]{17,40})$", "u");
const pattern35 = new RegExp("^/mnt/[a-zA-Z0-9_.-]+$", "u");

function validate55(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if((!(data && typeof data == "object" && !Array.isArray(data))) && (data !== null)){
const err0 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: schema67.type},schema:schema67.type,parentSchema:schema67,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(((key0 === "arn") || (key0 === "localMountPath")) || (key0 === "directS3Read"))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema67,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.arn !== undefined){
let data0 = data.arn;
if(typeof data0 === "string"){
if(func3(data0) > 256){
const err2 = {instancePath:instancePath+"/arn",schemaPath:"#/definitions/accessPoint/maxLength",keyword:"maxLength",params:{limit: 256},schema:256,parentSchema:schema68,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(!pattern34.test(data0)){
const err3 = {instancePath:instancePath+"/arn",schemaPath:"#/definitions/accessPoint/pattern",keyword:"pattern",params:{pattern: "^arn:aws[a-zA-Z-]*:(elasticfilesystem:(eusc-)?[a-z]{2}(-gov|-iso[a-z]?)?-[a-z]+-\\d:\\d{12}:access-point/fsap-[a-f0-9]{17}|s3files:[0-9a-z:-]+:file-system/fs-[0-9a-f]{17,40}/access-point/fsap-[0-9a-f]{17,40})$"},schema:"^arn:aws[a-zA-Z-]*:(elasticfilesystem:(eusc-)?[a-z]{2}(-gov|-iso[a-z]?)?-[a-z]+-\\d:\\d{12}:access-point/fsap-[a-f0-9]{17}|s3files:[0-9a-z:-]+:file-system/fs-[0-9a-f]{17,40}/access-point/fsap-[0-9a-f]{17,40})$",parentSchema:schema68,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
else {
const err4 = {instancePath:instancePath+"/arn",schemaPath:"#/definitions/accessPoint/type",keyword:"type",params:{type: "string"},schema:schema68.type,parentSchema:schema68,data:data0};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.localMountPath !== undefined){
let data1 = data.localMountPath;
if(typeof data1 === "string"){
if(func3(data1) > 160){
const err5 = {instancePath:instancePath+"/localMountPath",schemaPath:"#/properties/localMountPath/maxLength",keyword:"maxLength",params:{limit: 160},schema:160,parentSchema:schema67.properties.localMountPath,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(!pattern35.test(data1)){
const err6 = {instancePath:instancePath+"/localMountPath",schemaPath:"#/properties/localMountPath/pattern",keyword:"pattern",params:{pattern: "^/mnt/[a-zA-Z0-9_.-]+$"},schema:"^/mnt/[a-zA-Z0-9_.-]+$",parentSchema:schema67.properties.localMountPath,data:data1};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
else {
const err7 = {instancePath:instancePath+"/localMountPath",schemaPath:"#/properties/localMountPath/type",keyword:"type",params:{type: "string"},schema:schema67.properties.localMountPath.type,parentSchema:schema67.properties.localMountPath,data:data1};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.directS3Read !== undefined){
let data2 = data.directS3Read;
if((typeof data2 !== "string") && (data2 !== null)){
const err8 = {instancePath:instancePath+"/directS3Read",schemaPath:"#/properties/directS3Read/type",keyword:"type",params:{type: schema67.properties.directS3Read.type},schema:schema67.properties.directS3Read.type,parentSchema:schema67.properties.directS3Read,data:data2};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
if(!((((data2 === "ENABLED") || (data2 === "DISABLED")) || (data2 === "AUTO")) || (data2 === null))){
const err9 = {instancePath:instancePath+"/directS3Read",schemaPath:"#/properties/directS3Read/enum",keyword:"enum",params:{allowedValues: schema67.properties.directS3Read.enum},schema:schema67.properties.directS3Read.enum,parentSchema:schema67.properties.directS3Read,data:data2};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
}
validate55.errors = vErrors;
return errors === 0;
}

const schema71 = {"title":"Image config","description":"What overrides the settings of a container image. `null`: nothing.","type":["object","null"],"additionalProperties":false,"examples":[{"command":["app.handler"]}],"properties":{"entryPoint":{"description":"The program to start and its first arguments. `null`: the image's own.","type":["array","null"],"maxItems":1500,"items":{"$ref":"#/definitions/imageWord"},"examples":[["/usr/bin/node"]],"$comment":"imageConfig.entryPoint"},"command":{"description":"The arguments that follow. `null`: the image's own.","type":["array","null"],"maxItems":1500,"items":{"$ref":"#/definitions/imageWord"},"examples":[["app.handler"]],"$comment":"imageConfig.command"},"workingDirectory":{"description":"The folder to start in. `null`: the image's own.","type":["string","null"],"minLength":1,"maxLength":1000,"examples":["/var/task"],"$comment":"imageConfig.workingDirectory"}},"$comment":"imageConfig"};
const schema72 = {"description":"One argument.","type":"string","examples":["app.handler"],"$comment":"imageWord"};

function validate57(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if((!(data && typeof data == "object" && !Array.isArray(data))) && (data !== null)){
const err0 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: schema71.type},schema:schema71.type,parentSchema:schema71,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(((key0 === "entryPoint") || (key0 === "command")) || (key0 === "workingDirectory"))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema71,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.entryPoint !== undefined){
let data0 = data.entryPoint;
if((!(Array.isArray(data0))) && (data0 !== null)){
const err2 = {instancePath:instancePath+"/entryPoint",schemaPath:"#/properties/entryPoint/type",keyword:"type",params:{type: schema71.properties.entryPoint.type},schema:schema71.properties.entryPoint.type,parentSchema:schema71.properties.entryPoint,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(Array.isArray(data0)){
if(data0.length > 1500){
const err3 = {instancePath:instancePath+"/entryPoint",schemaPath:"#/properties/entryPoint/maxItems",keyword:"maxItems",params:{limit: 1500},schema:1500,parentSchema:schema71.properties.entryPoint,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
let data1 = data0[i0];
if(typeof data1 !== "string"){
const err4 = {instancePath:instancePath+"/entryPoint/" + i0,schemaPath:"#/definitions/imageWord/type",keyword:"type",params:{type: "string"},schema:schema72.type,parentSchema:schema72,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
}
}
if(data.command !== undefined){
let data2 = data.command;
if((!(Array.isArray(data2))) && (data2 !== null)){
const err5 = {instancePath:instancePath+"/command",schemaPath:"#/properties/command/type",keyword:"type",params:{type: schema71.properties.command.type},schema:schema71.properties.command.type,parentSchema:schema71.properties.command,data:data2};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(Array.isArray(data2)){
if(data2.length > 1500){
const err6 = {instancePath:instancePath+"/command",schemaPath:"#/properties/command/maxItems",keyword:"maxItems",params:{limit: 1500},schema:1500,parentSchema:schema71.properties.command,data:data2};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
const len1 = data2.length;
for(let i1=0; i1<len1; i1++){
let data3 = data2[i1];
if(typeof data3 !== "string"){
const err7 = {instancePath:instancePath+"/command/" + i1,schemaPath:"#/definitions/imageWord/type",keyword:"type",params:{type: "string"},schema:schema72.type,parentSchema:schema72,data:data3};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
}
}
if(data.workingDirectory !== undefined){
let data4 = data.workingDirectory;
if((typeof data4 !== "string") && (data4 !== null)){
const err8 = {instancePath:instancePath+"/workingDirectory",schemaPath:"#/properties/workingDirectory/type",keyword:"type",params:{type: schema71.properties.workingDirectory.type},schema:schema71.properties.workingDirectory.type,parentSchema:schema71.properties.workingDirectory,data:data4};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
if(typeof data4 === "string"){
if(func3(data4) > 1000){
const err9 = {instancePath:instancePath+"/workingDirectory",schemaPath:"#/properties/workingDirectory/maxLength",keyword:"maxLength",params:{limit: 1000},schema:1000,parentSchema:schema71.properties.workingDirectory,data:data4};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
if(func3(data4) < 1){
const err10 = {instancePath:instancePath+"/workingDirectory",schemaPath:"#/properties/workingDirectory/minLength",keyword:"minLength",params:{limit: 1},schema:1,parentSchema:schema71.properties.workingDirectory,data:data4};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
}
}
validate57.errors = vErrors;
return errors === 0;
}

const schema74 = {"title":"Durable","description":"Makes executions durable: they go on where they stopped. `null`: they are not.","type":["object","null"],"additionalProperties":false,"examples":[{"executionTimeout":"24h","retentionPeriodInDays":14}],"properties":{"executionTimeout":{"$ref":"#/definitions/duration","description":"How long one execution may take with all its waits: whole seconds, 1s to 8784h (366 days).","examples":["24h"]},"retentionPeriodInDays":{"description":"How long ended executions are kept, 1 to 90 days. `null`: as AWS has it.","type":["integer","null"],"minimum":1,"maximum":90,"examples":[14],"$comment":"durable.retentionPeriodInDays"},"kmsKey":{"$ref":"#/definitions/kmsKey","description":"ARN of the key that encrypts executions. `null`: a key of AWS.","examples":["arn:aws:kms:eu-west-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab"]}},"$comment":"durable"};

function validate59(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if((!(data && typeof data == "object" && !Array.isArray(data))) && (data !== null)){
const err0 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: schema74.type},schema:schema74.type,parentSchema:schema74,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(((key0 === "executionTimeout") || (key0 === "retentionPeriodInDays")) || (key0 === "kmsKey"))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema74,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.executionTimeout !== undefined){
let data0 = data.executionTimeout;
if(typeof data0 === "string"){
if(!pattern6.test(data0)){
const err2 = {instancePath:instancePath+"/executionTimeout",schemaPath:"#/definitions/duration/pattern",keyword:"pattern",params:{pattern: "^(?=.)(\\d{1,4}h)?(\\d{1,5}m(?!s))?(\\d{1,6}s)?(\\d{1,7}ms)?$"},schema:"^(?=.)(\\d{1,4}h)?(\\d{1,5}m(?!s))?(\\d{1,6}s)?(\\d{1,7}ms)?$",parentSchema:schema36,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
else {
const err3 = {instancePath:instancePath+"/executionTimeout",schemaPath:"#/definitions/duration/type",keyword:"type",params:{type: "string"},schema:schema36.type,parentSchema:schema36,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.retentionPeriodInDays !== undefined){
let data1 = data.retentionPeriodInDays;
if((!(((typeof data1 == "number") && (!(data1 % 1) && !isNaN(data1))) && (isFinite(data1)))) && (data1 !== null)){
const err4 = {instancePath:instancePath+"/retentionPeriodInDays",schemaPath:"#/properties/retentionPeriodInDays/type",keyword:"type",params:{type: schema74.properties.retentionPeriodInDays.type},schema:schema74.properties.retentionPeriodInDays.type,parentSchema:schema74.properties.retentionPeriodInDays,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if((typeof data1 == "number") && (isFinite(data1))){
if(data1 > 90 || isNaN(data1)){
const err5 = {instancePath:instancePath+"/retentionPeriodInDays",schemaPath:"#/properties/retentionPeriodInDays/maximum",keyword:"maximum",params:{comparison: "<=", limit: 90},schema:90,parentSchema:schema74.properties.retentionPeriodInDays,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(data1 < 1 || isNaN(data1)){
const err6 = {instancePath:instancePath+"/retentionPeriodInDays",schemaPath:"#/properties/retentionPeriodInDays/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},schema:1,parentSchema:schema74.properties.retentionPeriodInDays,data:data1};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
}
if(data.kmsKey !== undefined){
let data2 = data.kmsKey;
if((typeof data2 !== "string") && (data2 !== null)){
const err7 = {instancePath:instancePath+"/kmsKey",schemaPath:"#/definitions/kmsKey/type",keyword:"type",params:{type: schema69.type},schema:schema69.type,parentSchema:schema69,data:data2};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
if(typeof data2 === "string"){
if(!pattern37.test(data2)){
const err8 = {instancePath:instancePath+"/kmsKey",schemaPath:"#/definitions/kmsKey/pattern",keyword:"pattern",params:{pattern: "^arn:aws[a-zA-Z-]*:kms:(eusc-)?[a-z]{2}(-gov|-iso[a-z]?)?-[a-z]+-\\d:\\d{12}:(key|alias)/[a-zA-Z0-9/_-]{1,256}$"},schema:"^arn:aws[a-zA-Z-]*:kms:(eusc-)?[a-z]{2}(-gov|-iso[a-z]?)?-[a-z]+-\\d:\\d{12}:(key|alias)/[a-zA-Z0-9/_-]{1,256}$",parentSchema:schema69,data:data2};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
}
}
validate59.errors = vErrors;
return errors === 0;
}

const schema79 = {"title":"Runtime management","description":"When the function gets a newer version of its runtime: `Auto`, `FunctionUpdate`, or one version by its ARN. `null`: Auto.","examples":["FunctionUpdate",{"runtimeVersionArn":"arn:aws:lambda:eu-west-1::runtime:0123abcd"}],"anyOf":[{"$ref":"#/definitions/runtimeUpdates"},{"$ref":"#/definitions/pinnedRuntime"}],"$comment":"runtimeManagement","branches":{"runtimeUpdates":null,"pinnedRuntime":["runtimeVersionArn"]}};
const schema80 = {"title":"Runtime updates","description":"When the function gets a newer version of its runtime.","type":["string","null"],"enum":["Auto","FunctionUpdate",null],"examples":["FunctionUpdate"],"$comment":"runtimeUpdates"};
const schema81 = {"title":"Pinned runtime","description":"Stays with one version of the runtime.","type":"object","required":["runtimeVersionArn"],"additionalProperties":false,"examples":[{"runtimeVersionArn":"arn:aws:lambda:eu-west-1::runtime:0123abcd"}],"properties":{"runtimeVersionArn":{"description":"ARN of the version of the runtime.","type":"string","minLength":26,"maxLength":2048,"pattern":"^arn:aws[a-zA-Z-]*:lambda:(eusc-)?[a-z]{2}(-gov|-iso[a-z]?)?-[a-z]+-\\d::runtime:.+$","examples":["arn:aws:lambda:eu-west-1::runtime:0123abcd"],"$comment":"pinnedRuntime.runtimeVersionArn"}},"$comment":"pinnedRuntime"};
const pattern44 = new RegExp("^arn:aws[a-zA-Z-]*:lambda:(eusc-)?[a-z]{2}(-gov|-iso[a-z]?)?-[a-z]+-\\d::runtime:.+$", "u");

function validate61(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
const _errs1 = errors;
let valid0 = false;
const _errs2 = errors;
if((typeof data !== "string") && (data !== null)){
const err0 = {instancePath,schemaPath:"#/definitions/runtimeUpdates/type",keyword:"type",params:{type: schema80.type},schema:schema80.type,parentSchema:schema80,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(!(((data === "Auto") || (data === "FunctionUpdate")) || (data === null))){
const err1 = {instancePath,schemaPath:"#/definitions/runtimeUpdates/enum",keyword:"enum",params:{allowedValues: schema80.enum},schema:schema80.enum,parentSchema:schema80,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
var _valid0 = _errs2 === errors;
valid0 = valid0 || _valid0;
if(!valid0){
const _errs6 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.runtimeVersionArn === undefined){
const err2 = {instancePath,schemaPath:"#/definitions/pinnedRuntime/required",keyword:"required",params:{missingProperty: "runtimeVersionArn"},schema:schema81.required,parentSchema:schema81,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
for(const key0 in data){
if(!(key0 === "runtimeVersionArn")){
const err3 = {instancePath,schemaPath:"#/definitions/pinnedRuntime/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema81,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.runtimeVersionArn !== undefined){
let data0 = data.runtimeVersionArn;
if(typeof data0 === "string"){
if(func3(data0) > 2048){
const err4 = {instancePath:instancePath+"/runtimeVersionArn",schemaPath:"#/definitions/pinnedRuntime/properties/runtimeVersionArn/maxLength",keyword:"maxLength",params:{limit: 2048},schema:2048,parentSchema:schema81.properties.runtimeVersionArn,data:data0};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(func3(data0) < 26){
const err5 = {instancePath:instancePath+"/runtimeVersionArn",schemaPath:"#/definitions/pinnedRuntime/properties/runtimeVersionArn/minLength",keyword:"minLength",params:{limit: 26},schema:26,parentSchema:schema81.properties.runtimeVersionArn,data:data0};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(!pattern44.test(data0)){
const err6 = {instancePath:instancePath+"/runtimeVersionArn",schemaPath:"#/definitions/pinnedRuntime/properties/runtimeVersionArn/pattern",keyword:"pattern",params:{pattern: "^arn:aws[a-zA-Z-]*:lambda:(eusc-)?[a-z]{2}(-gov|-iso[a-z]?)?-[a-z]+-\\d::runtime:.+$"},schema:"^arn:aws[a-zA-Z-]*:lambda:(eusc-)?[a-z]{2}(-gov|-iso[a-z]?)?-[a-z]+-\\d::runtime:.+$",parentSchema:schema81.properties.runtimeVersionArn,data:data0};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
else {
const err7 = {instancePath:instancePath+"/runtimeVersionArn",schemaPath:"#/definitions/pinnedRuntime/properties/runtimeVersionArn/type",keyword:"type",params:{type: "string"},schema:schema81.properties.runtimeVersionArn.type,parentSchema:schema81.properties.runtimeVersionArn,data:data0};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
}
else {
const err8 = {instancePath,schemaPath:"#/definitions/pinnedRuntime/type",keyword:"type",params:{type: "object"},schema:schema81.type,parentSchema:schema81,data};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
var _valid0 = _errs6 === errors;
valid0 = valid0 || _valid0;
}
if(!valid0){
const err9 = {instancePath,schemaPath:"#/anyOf",keyword:"anyOf",params:{},schema:schema79.anyOf,parentSchema:schema79,data};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
else {
errors = _errs1;
if(vErrors !== null){
if(_errs1){
vErrors.length = _errs1;
}
else {
vErrors = null;
}
}
}
validate61.errors = vErrors;
return errors === 0;
}

const schema83 = {"title":"Alarms","description":"Alarms of CloudWatch that send a release back: names of metric or composite alarms that exist, and kinds of alarms that shipit makes for the alias and for the candidate.","type":"array","maxItems":100,"items":{"$ref":"#/definitions/alarm"},"examples":[["orders-api-errors"],["orders-api-errors",{"create":["errors","throttles",{"p99":"800ms"}]}]],"$comment":"alarms"};
const schema84 = {"description":"Name of an existing alarm, or what shipit makes alarms for.","examples":["orders-api-errors",{"create":["errors","throttles","p99"]}],"anyOf":[{"$ref":"#/definitions/alarmName"},{"$ref":"#/definitions/createdAlarms"}],"$comment":"alarm","branches":{"alarmName":null,"createdAlarms":["create"]}};
const schema85 = {"description":"Name of an existing CloudWatch alarm.","type":"string","minLength":1,"maxLength":255,"examples":["orders-api-errors"],"$comment":"alarmName"};
const schema86 = {"title":"Created alarms","description":"Alarms that shipit makes, and removes when they are no longer declared.","type":"object","required":["create"],"additionalProperties":false,"examples":[{"create":["errors","throttles","p99"]}],"properties":{"create":{"description":"What they watch, each kind once, with a threshold or with the default of its kind.","type":"array","minItems":1,"maxItems":3,"items":{"$ref":"#/definitions/createdAlarm"},"examples":[["errors","throttles","p99"],[{"errors":"2%"},{"p99":"800ms"}]],"$comment":"createdAlarms.create"}},"$comment":"createdAlarms"};
const schema87 = {"description":"What one alarm watches, alone or with its threshold.","examples":["errors",{"p99":"800ms"}],"anyOf":[{"$ref":"#/definitions/alarmKind"},{"$ref":"#/definitions/alarmThreshold"}],"$comment":"createdAlarm","branches":{"alarmKind":null,"alarmThreshold":["errors","throttles","p99"]}};
const schema88 = {"description":"What an alarm watches: failed requests, throttled requests, or how long the slowest hundredth takes.","type":"string","enum":["errors","throttles","p99"],"examples":["errors"],"$comment":"alarmKind"};
const schema89 = {"title":"Alarm threshold","description":"What an alarm watches, with its threshold: one of these.","type":"object","minProperties":1,"maxProperties":1,"additionalProperties":false,"examples":[{"errors":"2%"}],"properties":{"errors":{"$ref":"#/definitions/percent","description":"The share of requests that may fail.","examples":["2%"]},"throttles":{"description":"How many requests a minute may be throttled.","type":"integer","minimum":1,"maximum":1000000,"examples":[5],"$comment":"alarmThreshold.throttles"},"p99":{"$ref":"#/definitions/duration","description":"How long 99 of 100 requests may take at most.","examples":["800ms"]}},"$comment":"alarmThreshold"};
const schema90 = {"description":"A share of requests: a number, at most one decimal, and `%`.","type":"string","pattern":"^(100(\\.0)?|\\d{1,2}(\\.\\d)?)%$","examples":["5%","0.5%"],"$comment":"percent"};
const pattern47 = new RegExp("^(100(\\.0)?|\\d{1,2}(\\.\\d)?)%$", "u");

function validate67(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(Object.keys(data).length > 1){
const err0 = {instancePath,schemaPath:"#/maxProperties",keyword:"maxProperties",params:{limit: 1},schema:1,parentSchema:schema89,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(Object.keys(data).length < 1){
const err1 = {instancePath,schemaPath:"#/minProperties",keyword:"minProperties",params:{limit: 1},schema:1,parentSchema:schema89,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 in data){
if(!(((key0 === "errors") || (key0 === "throttles")) || (key0 === "p99"))){
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema89,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.errors !== undefined){
let data0 = data.errors;
if(typeof data0 === "string"){
if(!pattern47.test(data0)){
const err3 = {instancePath:instancePath+"/errors",schemaPath:"#/definitions/percent/pattern",keyword:"pattern",params:{pattern: "^(100(\\.0)?|\\d{1,2}(\\.\\d)?)%$"},schema:"^(100(\\.0)?|\\d{1,2}(\\.\\d)?)%$",parentSchema:schema90,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
else {
const err4 = {instancePath:instancePath+"/errors",schemaPath:"#/definitions/percent/type",keyword:"type",params:{type: "string"},schema:schema90.type,parentSchema:schema90,data:data0};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.throttles !== undefined){
let data1 = data.throttles;
if(!(((typeof data1 == "number") && (!(data1 % 1) && !isNaN(data1))) && (isFinite(data1)))){
const err5 = {instancePath:instancePath+"/throttles",schemaPath:"#/properties/throttles/type",keyword:"type",params:{type: "integer"},schema:schema89.properties.throttles.type,parentSchema:schema89.properties.throttles,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if((typeof data1 == "number") && (isFinite(data1))){
if(data1 > 1000000 || isNaN(data1)){
const err6 = {instancePath:instancePath+"/throttles",schemaPath:"#/properties/throttles/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000},schema:1000000,parentSchema:schema89.properties.throttles,data:data1};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(data1 < 1 || isNaN(data1)){
const err7 = {instancePath:instancePath+"/throttles",schemaPath:"#/properties/throttles/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},schema:1,parentSchema:schema89.properties.throttles,data:data1};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
}
if(data.p99 !== undefined){
let data2 = data.p99;
if(typeof data2 === "string"){
if(!pattern6.test(data2)){
const err8 = {instancePath:instancePath+"/p99",schemaPath:"#/definitions/duration/pattern",keyword:"pattern",params:{pattern: "^(?=.)(\\d{1,4}h)?(\\d{1,5}m(?!s))?(\\d{1,6}s)?(\\d{1,7}ms)?$"},schema:"^(?=.)(\\d{1,4}h)?(\\d{1,5}m(?!s))?(\\d{1,6}s)?(\\d{1,7}ms)?$",parentSchema:schema36,data:data2};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
else {
const err9 = {instancePath:instancePath+"/p99",schemaPath:"#/definitions/duration/type",keyword:"type",params:{type: "string"},schema:schema36.type,parentSchema:schema36,data:data2};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
}
else {
const err10 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema89.type,parentSchema:schema89,data};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
validate67.errors = vErrors;
return errors === 0;
}


function validate66(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
const _errs1 = errors;
let valid0 = false;
const _errs2 = errors;
if(typeof data !== "string"){
const err0 = {instancePath,schemaPath:"#/definitions/alarmKind/type",keyword:"type",params:{type: "string"},schema:schema88.type,parentSchema:schema88,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(!(((data === "errors") || (data === "throttles")) || (data === "p99"))){
const err1 = {instancePath,schemaPath:"#/definitions/alarmKind/enum",keyword:"enum",params:{allowedValues: schema88.enum},schema:schema88.enum,parentSchema:schema88,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
var _valid0 = _errs2 === errors;
valid0 = valid0 || _valid0;
if(!valid0){
const _errs6 = errors;
if(!(validate67(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validate67.errors : vErrors.concat(validate67.errors);
errors = vErrors.length;
}
var _valid0 = _errs6 === errors;
valid0 = valid0 || _valid0;
}
if(!valid0){
const err2 = {instancePath,schemaPath:"#/anyOf",keyword:"anyOf",params:{},schema:schema87.anyOf,parentSchema:schema87,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
else {
errors = _errs1;
if(vErrors !== null){
if(_errs1){
vErrors.length = _errs1;
}
else {
vErrors = null;
}
}
}
validate66.errors = vErrors;
return errors === 0;
}


function validate65(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.create === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "create"},schema:schema86.required,parentSchema:schema86,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!(key0 === "create")){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema86,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.create !== undefined){
let data0 = data.create;
if(Array.isArray(data0)){
if(data0.length > 3){
const err2 = {instancePath:instancePath+"/create",schemaPath:"#/properties/create/maxItems",keyword:"maxItems",params:{limit: 3},schema:3,parentSchema:schema86.properties.create,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data0.length < 1){
const err3 = {instancePath:instancePath+"/create",schemaPath:"#/properties/create/minItems",keyword:"minItems",params:{limit: 1},schema:1,parentSchema:schema86.properties.create,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
if(!(validate66(data0[i0], {instancePath:instancePath+"/create/" + i0,parentData:data0,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validate66.errors : vErrors.concat(validate66.errors);
errors = vErrors.length;
}
}
}
else {
const err4 = {instancePath:instancePath+"/create",schemaPath:"#/properties/create/type",keyword:"type",params:{type: "array"},schema:schema86.properties.create.type,parentSchema:schema86.properties.create,data:data0};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
}
else {
const err5 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema86.type,parentSchema:schema86,data};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
validate65.errors = vErrors;
return errors === 0;
}


function validate64(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
const _errs1 = errors;
let valid0 = false;
const _errs2 = errors;
if(typeof data === "string"){
if(func3(data) > 255){
const err0 = {instancePath,schemaPath:"#/definitions/alarmName/maxLength",keyword:"maxLength",params:{limit: 255},schema:255,parentSchema:schema85,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(func3(data) < 1){
const err1 = {instancePath,schemaPath:"#/definitions/alarmName/minLength",keyword:"minLength",params:{limit: 1},schema:1,parentSchema:schema85,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
else {
const err2 = {instancePath,schemaPath:"#/definitions/alarmName/type",keyword:"type",params:{type: "string"},schema:schema85.type,parentSchema:schema85,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
var _valid0 = _errs2 === errors;
valid0 = valid0 || _valid0;
if(!valid0){
const _errs6 = errors;
if(!(validate65(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validate65.errors : vErrors.concat(validate65.errors);
errors = vErrors.length;
}
var _valid0 = _errs6 === errors;
valid0 = valid0 || _valid0;
}
if(!valid0){
const err3 = {instancePath,schemaPath:"#/anyOf",keyword:"anyOf",params:{},schema:schema84.anyOf,parentSchema:schema84,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
else {
errors = _errs1;
if(vErrors !== null){
if(_errs1){
vErrors.length = _errs1;
}
else {
vErrors = null;
}
}
}
validate64.errors = vErrors;
return errors === 0;
}


function validate63(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(Array.isArray(data)){
if(data.length > 100){
const err0 = {instancePath,schemaPath:"#/maxItems",keyword:"maxItems",params:{limit: 100},schema:100,parentSchema:schema83,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
if(!(validate64(data[i0], {instancePath:instancePath+"/" + i0,parentData:data,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validate64.errors : vErrors.concat(validate64.errors);
errors = vErrors.length;
}
}
}
else {
const err1 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "array"},schema:schema83.type,parentSchema:schema83,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
validate63.errors = vErrors;
return errors === 0;
}

const schema92 = {"title":"Hooks","description":"What is asked for its verdict, and when. One that fails sends the release back; after `onRollback` nothing more is at stake.","type":"object","additionalProperties":false,"examples":[{"preTraffic":[{"smoke":"testEvents"}],"postTraffic":[{"invoke":"check-orders"}]}],"properties":{"preTraffic":{"$ref":"#/definitions/hookList","description":"Before the candidate gets any traffic.","examples":[[{"smoke":"testEvents"}]]},"afterStep":{"$ref":"#/definitions/hookList","description":"When the bake of a step below 100% is over.","examples":[[{"run":["npm","run","smoke"]}]]},"postTraffic":{"$ref":"#/definitions/hookList","description":"As soon as the candidate has all traffic.","examples":[[{"http":"https://status.example.com/health"}]]},"onRollback":{"$ref":"#/definitions/hookList","description":"After a release went back; their verdict changes nothing.","examples":[[{"invoke":"clean-up"}]]}},"$comment":"hooks"};
const schema93 = {"description":"Hooks, asked in this order.","type":"array","maxItems":20,"items":{"$ref":"#/definitions/hook"},"examples":[[{"smoke":"testEvents"}]],"$comment":"hookList"};
const schema94 = {"title":"Hook","description":"Something that is asked for its verdict on a release: a function, an address, a program, or the sample events.","examples":[{"invoke":"check-orders"},{"http":"https://status.example.com/health","body":"status == 'ok'"},{"run":["npm","run","smoke"],"timeout":"10m"},{"smoke":"testEvents"}],"anyOf":[{"$ref":"#/definitions/invoke"},{"$ref":"#/definitions/http"},{"$ref":"#/definitions/run"},{"$ref":"#/definitions/smoke"}],"$comment":"hook","branches":{"invoke":["invoke","name","timeout","retries","onTimeout"],"http":["http","method","headers","status","body","name","timeout","retries","onTimeout"],"run":["run","credentials","name","timeout","retries","onTimeout"],"smoke":["smoke","name","timeout","retries","onTimeout"]}};
const schema95 = {"title":"Invoke","description":"Invokes a function with the release, its versions and the step. What it returns is the verdict: `{ status: pass | fail | inconclusive, because }`.","type":"object","required":["invoke"],"additionalProperties":false,"examples":[{"invoke":"check-orders","timeout":"1m"}],"properties":{"invoke":{"description":"The key of a function of this project, or a Lambda name.","type":"string","pattern":"^[a-zA-Z0-9_-]{1,64}$","examples":["check-orders"],"$comment":"invoke.invoke"},"name":{"$ref":"#/definitions/hookName"},"timeout":{"$ref":"#/definitions/duration","description":"How long it may take.","default":"30s","examples":["1m"]},"retries":{"$ref":"#/definitions/hookRetries"},"onTimeout":{"$ref":"#/definitions/hookOnTimeout"}},"$comment":"invoke"};
const schema96 = {"description":"What people call it. Without it, what it does.","type":"string","pattern":"^\\S(.{0,62}\\S)?$","examples":["orders are taken"],"$comment":"hookName"};
const schema98 = {"description":"Further tries after one that failed or took too long, at most 5.","type":"integer","minimum":0,"maximum":5,"default":0,"examples":[2],"$comment":"hookRetries"};
const schema99 = {"description":"What it means when the last try takes too long.","type":"string","enum":["fail","pass","inconclusive"],"default":"fail","examples":["inconclusive"],"$comment":"hookOnTimeout"};
const pattern50 = new RegExp("^\\S(.{0,62}\\S)?$", "u");

function validate76(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.invoke === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "invoke"},schema:schema95.required,parentSchema:schema95,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!(((((key0 === "invoke") || (key0 === "name")) || (key0 === "timeout")) || (key0 === "retries")) || (key0 === "onTimeout"))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema95,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.invoke !== undefined){
let data0 = data.invoke;
if(typeof data0 === "string"){
if(!pattern2.test(data0)){
const err2 = {instancePath:instancePath+"/invoke",schemaPath:"#/properties/invoke/pattern",keyword:"pattern",params:{pattern: "^[a-zA-Z0-9_-]{1,64}$"},schema:"^[a-zA-Z0-9_-]{1,64}$",parentSchema:schema95.properties.invoke,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
else {
const err3 = {instancePath:instancePath+"/invoke",schemaPath:"#/properties/invoke/type",keyword:"type",params:{type: "string"},schema:schema95.properties.invoke.type,parentSchema:schema95.properties.invoke,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.name !== undefined){
let data1 = data.name;
if(typeof data1 === "string"){
if(!pattern50.test(data1)){
const err4 = {instancePath:instancePath+"/name",schemaPath:"#/definitions/hookName/pattern",keyword:"pattern",params:{pattern: "^\\S(.{0,62}\\S)?$"},schema:"^\\S(.{0,62}\\S)?$",parentSchema:schema96,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
else {
const err5 = {instancePath:instancePath+"/name",schemaPath:"#/definitions/hookName/type",keyword:"type",params:{type: "string"},schema:schema96.type,parentSchema:schema96,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.timeout !== undefined){
let data2 = data.timeout;
if(typeof data2 === "string"){
if(!pattern6.test(data2)){
const err6 = {instancePath:instancePath+"/timeout",schemaPath:"#/definitions/duration/pattern",keyword:"pattern",params:{pattern: "^(?=.)(\\d{1,4}h)?(\\d{1,5}m(?!s))?(\\d{1,6}s)?(\\d{1,7}ms)?$"},schema:"^(?=.)(\\d{1,4}h)?(\\d{1,5}m(?!s))?(\\d{1,6}s)?(\\d{1,7}ms)?$",parentSchema:schema36,data:data2};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
else {
const err7 = {instancePath:instancePath+"/timeout",schemaPath:"#/definitions/duration/type",keyword:"type",params:{type: "string"},schema:schema36.type,parentSchema:schema36,data:data2};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.retries !== undefined){
let data3 = data.retries;
if(!(((typeof data3 == "number") && (!(data3 % 1) && !isNaN(data3))) && (isFinite(data3)))){
const err8 = {instancePath:instancePath+"/retries",schemaPath:"#/definitions/hookRetries/type",keyword:"type",params:{type: "integer"},schema:schema98.type,parentSchema:schema98,data:data3};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
if((typeof data3 == "number") && (isFinite(data3))){
if(data3 > 5 || isNaN(data3)){
const err9 = {instancePath:instancePath+"/retries",schemaPath:"#/definitions/hookRetries/maximum",keyword:"maximum",params:{comparison: "<=", limit: 5},schema:5,parentSchema:schema98,data:data3};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
if(data3 < 0 || isNaN(data3)){
const err10 = {instancePath:instancePath+"/retries",schemaPath:"#/definitions/hookRetries/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},schema:0,parentSchema:schema98,data:data3};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
}
if(data.onTimeout !== undefined){
let data4 = data.onTimeout;
if(typeof data4 !== "string"){
const err11 = {instancePath:instancePath+"/onTimeout",schemaPath:"#/definitions/hookOnTimeout/type",keyword:"type",params:{type: "string"},schema:schema99.type,parentSchema:schema99,data:data4};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
if(!(((data4 === "fail") || (data4 === "pass")) || (data4 === "inconclusive"))){
const err12 = {instancePath:instancePath+"/onTimeout",schemaPath:"#/definitions/hookOnTimeout/enum",keyword:"enum",params:{allowedValues: schema99.enum},schema:schema99.enum,parentSchema:schema99,data:data4};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
}
else {
const err13 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema95.type,parentSchema:schema95,data};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
validate76.errors = vErrors;
return errors === 0;
}

const schema100 = {"title":"Http","description":"Asks an address; status and, if given, body are the verdict.","type":"object","required":["http"],"additionalProperties":false,"examples":[{"http":"https://status.example.com/health","headers":{"Authorization":"Bearer ${secret:status/token}"},"status":[200,204]}],"properties":{"http":{"$ref":"#/definitions/url","description":"The address, with http:// or https://.","examples":["https://status.example.com/health"]},"method":{"description":"The method.","type":"string","enum":["GET","HEAD","POST","PUT","PATCH","DELETE"],"default":"GET","examples":["POST"],"$comment":"http.method"},"headers":{"$ref":"#/definitions/headers"},"status":{"$ref":"#/definitions/status"},"body":{"description":"A JMESPath expression over the JSON that came back, which has to be true. Without it, the body is not looked at.","type":"string","minLength":1,"maxLength":4096,"pattern":"\\S","examples":["status == 'ok'"],"$comment":"http.body"},"name":{"$ref":"#/definitions/hookName"},"timeout":{"$ref":"#/definitions/duration","description":"How long it may take.","default":"30s","examples":["10s"]},"retries":{"$ref":"#/definitions/hookRetries"},"onTimeout":{"$ref":"#/definitions/hookOnTimeout"}},"$comment":"http"};
const schema101 = {"description":"An address, with http:// or https://.","type":"string","maxLength":2048,"pattern":"^https?://[^\\s\\u0000-\\u001f]+$","examples":["https://status.example.com/health"],"$comment":"url"};
const pattern52 = new RegExp("^https?://[^\\s\\u0000-\\u001f]+$", "u");
const pattern55 = new RegExp("\\S", "u");
const schema102 = {"title":"Headers","description":"Headers of the request.","type":"object","maxProperties":50,"propertyNames":{"$ref":"#/definitions/headerName"},"additionalProperties":{"$ref":"#/definitions/headerValue"},"examples":[{"X-Team":"orders"}],"$comment":"headers"};
const schema103 = {"description":"Name of a header.","type":"string","pattern":"^[a-zA-Z0-9!#$%&'*+.^_`|~-]{1,128}$","examples":["X-Team"],"$comment":"headerName"};
const schema104 = {"description":"Value of a header.","type":"string","maxLength":8192,"pattern":"^[^\\u0000-\\u0008\\u000a-\\u001f\\u007f]*$","examples":["orders"],"$comment":"headerValue"};
const pattern53 = new RegExp("^[a-zA-Z0-9!#$%&'*+.^_`|~-]{1,128}$", "u");
const pattern54 = new RegExp("^[^\\u0000-\\u0008\\u000a-\\u001f\\u007f]*$", "u");

function validate79(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(Object.keys(data).length > 50){
const err0 = {instancePath,schemaPath:"#/maxProperties",keyword:"maxProperties",params:{limit: 50},schema:50,parentSchema:schema102,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
const _errs2 = errors;
if(typeof key0 === "string"){
if(!pattern53.test(key0)){
const err1 = {instancePath,schemaPath:"#/definitions/headerName/pattern",keyword:"pattern",params:{pattern: "^[a-zA-Z0-9!#$%&'*+.^_`|~-]{1,128}$"},schema:"^[a-zA-Z0-9!#$%&'*+.^_`|~-]{1,128}$",parentSchema:schema103,data:key0,propertyName:key0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
else {
const err2 = {instancePath,schemaPath:"#/definitions/headerName/type",keyword:"type",params:{type: "string"},schema:schema103.type,parentSchema:schema103,data:key0,propertyName:key0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
var valid0 = _errs2 === errors;
if(!valid0){
const err3 = {instancePath,schemaPath:"#/propertyNames",keyword:"propertyNames",params:{propertyName: key0},schema:schema102.propertyNames,parentSchema:schema102,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
for(const key1 in data){
let data0 = data[key1];
if(typeof data0 === "string"){
if(func3(data0) > 8192){
const err4 = {instancePath:instancePath+"/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/headerValue/maxLength",keyword:"maxLength",params:{limit: 8192},schema:8192,parentSchema:schema104,data:data0};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(!pattern54.test(data0)){
const err5 = {instancePath:instancePath+"/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/headerValue/pattern",keyword:"pattern",params:{pattern: "^[^\\u0000-\\u0008\\u000a-\\u001f\\u007f]*$"},schema:"^[^\\u0000-\\u0008\\u000a-\\u001f\\u007f]*$",parentSchema:schema104,data:data0};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
else {
const err6 = {instancePath:instancePath+"/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/headerValue/type",keyword:"type",params:{type: "string"},schema:schema104.type,parentSchema:schema104,data:data0};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
}
else {
const err7 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema102.type,parentSchema:schema102,data};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
validate79.errors = vErrors;
return errors === 0;
}

const schema105 = {"description":"The status that is expected, or several.","default":200,"examples":[200,[200,204]],"anyOf":[{"$ref":"#/definitions/statusCode"},{"$ref":"#/definitions/statusCodes"}],"$comment":"status","branches":{"statusCode":null,"statusCodes":null}};
const schema106 = {"description":"A status of HTTP.","type":"integer","minimum":100,"maximum":599,"examples":[200],"$comment":"statusCode"};
const schema107 = {"description":"Statuses of HTTP.","type":"array","minItems":1,"maxItems":20,"items":{"$ref":"#/definitions/statusCode"},"examples":[[200,204]],"$comment":"statusCodes"};

function validate82(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(Array.isArray(data)){
if(data.length > 20){
const err0 = {instancePath,schemaPath:"#/maxItems",keyword:"maxItems",params:{limit: 20},schema:20,parentSchema:schema107,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.length < 1){
const err1 = {instancePath,schemaPath:"#/minItems",keyword:"minItems",params:{limit: 1},schema:1,parentSchema:schema107,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
let data0 = data[i0];
if(!(((typeof data0 == "number") && (!(data0 % 1) && !isNaN(data0))) && (isFinite(data0)))){
const err2 = {instancePath:instancePath+"/" + i0,schemaPath:"#/definitions/statusCode/type",keyword:"type",params:{type: "integer"},schema:schema106.type,parentSchema:schema106,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if((typeof data0 == "number") && (isFinite(data0))){
if(data0 > 599 || isNaN(data0)){
const err3 = {instancePath:instancePath+"/" + i0,schemaPath:"#/definitions/statusCode/maximum",keyword:"maximum",params:{comparison: "<=", limit: 599},schema:599,parentSchema:schema106,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(data0 < 100 || isNaN(data0)){
const err4 = {instancePath:instancePath+"/" + i0,schemaPath:"#/definitions/statusCode/minimum",keyword:"minimum",params:{comparison: ">=", limit: 100},schema:100,parentSchema:schema106,data:data0};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
}
}
else {
const err5 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "array"},schema:schema107.type,parentSchema:schema107,data};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
validate82.errors = vErrors;
return errors === 0;
}


function validate81(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
const _errs1 = errors;
let valid0 = false;
const _errs2 = errors;
if(!(((typeof data == "number") && (!(data % 1) && !isNaN(data))) && (isFinite(data)))){
const err0 = {instancePath,schemaPath:"#/definitions/statusCode/type",keyword:"type",params:{type: "integer"},schema:schema106.type,parentSchema:schema106,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if((typeof data == "number") && (isFinite(data))){
if(data > 599 || isNaN(data)){
const err1 = {instancePath,schemaPath:"#/definitions/statusCode/maximum",keyword:"maximum",params:{comparison: "<=", limit: 599},schema:599,parentSchema:schema106,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data < 100 || isNaN(data)){
const err2 = {instancePath,schemaPath:"#/definitions/statusCode/minimum",keyword:"minimum",params:{comparison: ">=", limit: 100},schema:100,parentSchema:schema106,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
var _valid0 = _errs2 === errors;
valid0 = valid0 || _valid0;
if(!valid0){
const _errs6 = errors;
if(!(validate82(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validate82.errors : vErrors.concat(validate82.errors);
errors = vErrors.length;
}
var _valid0 = _errs6 === errors;
valid0 = valid0 || _valid0;
}
if(!valid0){
const err3 = {instancePath,schemaPath:"#/anyOf",keyword:"anyOf",params:{},schema:schema105.anyOf,parentSchema:schema105,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
else {
errors = _errs1;
if(vErrors !== null){
if(_errs1){
vErrors.length = _errs1;
}
else {
vErrors = null;
}
}
}
validate81.errors = vErrors;
return errors === 0;
}


function validate78(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.http === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "http"},schema:schema100.required,parentSchema:schema100,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!(func2.call(schema100.properties, key0))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema100,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.http !== undefined){
let data0 = data.http;
if(typeof data0 === "string"){
if(func3(data0) > 2048){
const err2 = {instancePath:instancePath+"/http",schemaPath:"#/definitions/url/maxLength",keyword:"maxLength",params:{limit: 2048},schema:2048,parentSchema:schema101,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(!pattern52.test(data0)){
const err3 = {instancePath:instancePath+"/http",schemaPath:"#/definitions/url/pattern",keyword:"pattern",params:{pattern: "^https?://[^\\s\\u0000-\\u001f]+$"},schema:"^https?://[^\\s\\u0000-\\u001f]+$",parentSchema:schema101,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
else {
const err4 = {instancePath:instancePath+"/http",schemaPath:"#/definitions/url/type",keyword:"type",params:{type: "string"},schema:schema101.type,parentSchema:schema101,data:data0};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.method !== undefined){
let data1 = data.method;
if(typeof data1 !== "string"){
const err5 = {instancePath:instancePath+"/method",schemaPath:"#/properties/method/type",keyword:"type",params:{type: "string"},schema:schema100.properties.method.type,parentSchema:schema100.properties.method,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(!((((((data1 === "GET") || (data1 === "HEAD")) || (data1 === "POST")) || (data1 === "PUT")) || (data1 === "PATCH")) || (data1 === "DELETE"))){
const err6 = {instancePath:instancePath+"/method",schemaPath:"#/properties/method/enum",keyword:"enum",params:{allowedValues: schema100.properties.method.enum},schema:schema100.properties.method.enum,parentSchema:schema100.properties.method,data:data1};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.headers !== undefined){
if(!(validate79(data.headers, {instancePath:instancePath+"/headers",parentData:data,parentDataProperty:"headers",rootData}))){
vErrors = vErrors === null ? validate79.errors : vErrors.concat(validate79.errors);
errors = vErrors.length;
}
}
if(data.status !== undefined){
if(!(validate81(data.status, {instancePath:instancePath+"/status",parentData:data,parentDataProperty:"status",rootData}))){
vErrors = vErrors === null ? validate81.errors : vErrors.concat(validate81.errors);
errors = vErrors.length;
}
}
if(data.body !== undefined){
let data4 = data.body;
if(typeof data4 === "string"){
if(func3(data4) > 4096){
const err7 = {instancePath:instancePath+"/body",schemaPath:"#/properties/body/maxLength",keyword:"maxLength",params:{limit: 4096},schema:4096,parentSchema:schema100.properties.body,data:data4};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
if(func3(data4) < 1){
const err8 = {instancePath:instancePath+"/body",schemaPath:"#/properties/body/minLength",keyword:"minLength",params:{limit: 1},schema:1,parentSchema:schema100.properties.body,data:data4};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
if(!pattern55.test(data4)){
const err9 = {instancePath:instancePath+"/body",schemaPath:"#/properties/body/pattern",keyword:"pattern",params:{pattern: "\\S"},schema:"\\S",parentSchema:schema100.properties.body,data:data4};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
else {
const err10 = {instancePath:instancePath+"/body",schemaPath:"#/properties/body/type",keyword:"type",params:{type: "string"},schema:schema100.properties.body.type,parentSchema:schema100.properties.body,data:data4};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data.name !== undefined){
let data5 = data.name;
if(typeof data5 === "string"){
if(!pattern50.test(data5)){
const err11 = {instancePath:instancePath+"/name",schemaPath:"#/definitions/hookName/pattern",keyword:"pattern",params:{pattern: "^\\S(.{0,62}\\S)?$"},schema:"^\\S(.{0,62}\\S)?$",parentSchema:schema96,data:data5};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
else {
const err12 = {instancePath:instancePath+"/name",schemaPath:"#/definitions/hookName/type",keyword:"type",params:{type: "string"},schema:schema96.type,parentSchema:schema96,data:data5};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data.timeout !== undefined){
let data6 = data.timeout;
if(typeof data6 === "string"){
if(!pattern6.test(data6)){
const err13 = {instancePath:instancePath+"/timeout",schemaPath:"#/definitions/duration/pattern",keyword:"pattern",params:{pattern: "^(?=.)(\\d{1,4}h)?(\\d{1,5}m(?!s))?(\\d{1,6}s)?(\\d{1,7}ms)?$"},schema:"^(?=.)(\\d{1,4}h)?(\\d{1,5}m(?!s))?(\\d{1,6}s)?(\\d{1,7}ms)?$",parentSchema:schema36,data:data6};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
else {
const err14 = {instancePath:instancePath+"/timeout",schemaPath:"#/definitions/duration/type",keyword:"type",params:{type: "string"},schema:schema36.type,parentSchema:schema36,data:data6};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data.retries !== undefined){
let data7 = data.retries;
if(!(((typeof data7 == "number") && (!(data7 % 1) && !isNaN(data7))) && (isFinite(data7)))){
const err15 = {instancePath:instancePath+"/retries",schemaPath:"#/definitions/hookRetries/type",keyword:"type",params:{type: "integer"},schema:schema98.type,parentSchema:schema98,data:data7};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
if((typeof data7 == "number") && (isFinite(data7))){
if(data7 > 5 || isNaN(data7)){
const err16 = {instancePath:instancePath+"/retries",schemaPath:"#/definitions/hookRetries/maximum",keyword:"maximum",params:{comparison: "<=", limit: 5},schema:5,parentSchema:schema98,data:data7};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
if(data7 < 0 || isNaN(data7)){
const err17 = {instancePath:instancePath+"/retries",schemaPath:"#/definitions/hookRetries/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},schema:0,parentSchema:schema98,data:data7};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
}
if(data.onTimeout !== undefined){
let data8 = data.onTimeout;
if(typeof data8 !== "string"){
const err18 = {instancePath:instancePath+"/onTimeout",schemaPath:"#/definitions/hookOnTimeout/type",keyword:"type",params:{type: "string"},schema:schema99.type,parentSchema:schema99,data:data8};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
if(!(((data8 === "fail") || (data8 === "pass")) || (data8 === "inconclusive"))){
const err19 = {instancePath:instancePath+"/onTimeout",schemaPath:"#/definitions/hookOnTimeout/enum",keyword:"enum",params:{allowedValues: schema99.enum},schema:schema99.enum,parentSchema:schema99,data:data8};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
}
else {
const err20 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema100.type,parentSchema:schema100,data};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
validate78.errors = vErrors;
return errors === 0;
}

const schema113 = {"title":"Run","description":"Runs a program in the folder of the project file, without a shell. Exit code 0 passes, 75 is inconclusive, any other fails.","type":"object","required":["run"],"additionalProperties":false,"examples":[{"run":["npm","run","smoke"],"credentials":true}],"properties":{"run":{"description":"The program and its arguments, one by one.","type":"array","minItems":1,"maxItems":100,"items":{"$ref":"#/definitions/runWord"},"examples":[["npm","run","smoke"]],"$comment":"run.run"},"credentials":{"description":"Whether it gets the credentials of AWS that shipit has, those of a profile or a role that the project names too.","type":"boolean","default":false,"examples":[true],"$comment":"run.credentials"},"name":{"$ref":"#/definitions/hookName"},"timeout":{"$ref":"#/definitions/duration","description":"How long it may take.","default":"5m","examples":["10m"]},"retries":{"$ref":"#/definitions/hookRetries"},"onTimeout":{"$ref":"#/definitions/hookOnTimeout"}},"$comment":"run"};

function validate86(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.run === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "run"},schema:schema113.required,parentSchema:schema113,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!((((((key0 === "run") || (key0 === "credentials")) || (key0 === "name")) || (key0 === "timeout")) || (key0 === "retries")) || (key0 === "onTimeout"))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema113,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.run !== undefined){
let data0 = data.run;
if(Array.isArray(data0)){
if(data0.length > 100){
const err2 = {instancePath:instancePath+"/run",schemaPath:"#/properties/run/maxItems",keyword:"maxItems",params:{limit: 100},schema:100,parentSchema:schema113.properties.run,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data0.length < 1){
const err3 = {instancePath:instancePath+"/run",schemaPath:"#/properties/run/minItems",keyword:"minItems",params:{limit: 1},schema:1,parentSchema:schema113.properties.run,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
let data1 = data0[i0];
if(typeof data1 === "string"){
if(func3(data1) > 4096){
const err4 = {instancePath:instancePath+"/run/" + i0,schemaPath:"#/definitions/runWord/maxLength",keyword:"maxLength",params:{limit: 4096},schema:4096,parentSchema:schema32,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
else {
const err5 = {instancePath:instancePath+"/run/" + i0,schemaPath:"#/definitions/runWord/type",keyword:"type",params:{type: "string"},schema:schema32.type,parentSchema:schema32,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
}
else {
const err6 = {instancePath:instancePath+"/run",schemaPath:"#/properties/run/type",keyword:"type",params:{type: "array"},schema:schema113.properties.run.type,parentSchema:schema113.properties.run,data:data0};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.credentials !== undefined){
let data2 = data.credentials;
if(typeof data2 !== "boolean"){
const err7 = {instancePath:instancePath+"/credentials",schemaPath:"#/properties/credentials/type",keyword:"type",params:{type: "boolean"},schema:schema113.properties.credentials.type,parentSchema:schema113.properties.credentials,data:data2};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.name !== undefined){
let data3 = data.name;
if(typeof data3 === "string"){
if(!pattern50.test(data3)){
const err8 = {instancePath:instancePath+"/name",schemaPath:"#/definitions/hookName/pattern",keyword:"pattern",params:{pattern: "^\\S(.{0,62}\\S)?$"},schema:"^\\S(.{0,62}\\S)?$",parentSchema:schema96,data:data3};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
else {
const err9 = {instancePath:instancePath+"/name",schemaPath:"#/definitions/hookName/type",keyword:"type",params:{type: "string"},schema:schema96.type,parentSchema:schema96,data:data3};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data.timeout !== undefined){
let data4 = data.timeout;
if(typeof data4 === "string"){
if(!pattern6.test(data4)){
const err10 = {instancePath:instancePath+"/timeout",schemaPath:"#/definitions/duration/pattern",keyword:"pattern",params:{pattern: "^(?=.)(\\d{1,4}h)?(\\d{1,5}m(?!s))?(\\d{1,6}s)?(\\d{1,7}ms)?$"},schema:"^(?=.)(\\d{1,4}h)?(\\d{1,5}m(?!s))?(\\d{1,6}s)?(\\d{1,7}ms)?$",parentSchema:schema36,data:data4};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
else {
const err11 = {instancePath:instancePath+"/timeout",schemaPath:"#/definitions/duration/type",keyword:"type",params:{type: "string"},schema:schema36.type,parentSchema:schema36,data:data4};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data.retries !== undefined){
let data5 = data.retries;
if(!(((typeof data5 == "number") && (!(data5 % 1) && !isNaN(data5))) && (isFinite(data5)))){
const err12 = {instancePath:instancePath+"/retries",schemaPath:"#/definitions/hookRetries/type",keyword:"type",params:{type: "integer"},schema:schema98.type,parentSchema:schema98,data:data5};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
if((typeof data5 == "number") && (isFinite(data5))){
if(data5 > 5 || isNaN(data5)){
const err13 = {instancePath:instancePath+"/retries",schemaPath:"#/definitions/hookRetries/maximum",keyword:"maximum",params:{comparison: "<=", limit: 5},schema:5,parentSchema:schema98,data:data5};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
if(data5 < 0 || isNaN(data5)){
const err14 = {instancePath:instancePath+"/retries",schemaPath:"#/definitions/hookRetries/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},schema:0,parentSchema:schema98,data:data5};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
}
if(data.onTimeout !== undefined){
let data6 = data.onTimeout;
if(typeof data6 !== "string"){
const err15 = {instancePath:instancePath+"/onTimeout",schemaPath:"#/definitions/hookOnTimeout/type",keyword:"type",params:{type: "string"},schema:schema99.type,parentSchema:schema99,data:data6};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
if(!(((data6 === "fail") || (data6 === "pass")) || (data6 === "inconclusive"))){
const err16 = {instancePath:instancePath+"/onTimeout",schemaPath:"#/definitions/hookOnTimeout/enum",keyword:"enum",params:{allowedValues: schema99.enum},schema:schema99.enum,parentSchema:schema99,data:data6};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
}
else {
const err17 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema113.type,parentSchema:schema113,data};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
validate86.errors = vErrors;
return errors === 0;
}

const schema119 = {"title":"Smoke","description":"Invokes the candidate with each sample event of its function.","type":"object","required":["smoke"],"additionalProperties":false,"examples":[{"smoke":"testEvents"}],"properties":{"smoke":{"description":"The events: those of `testEvents`.","type":"string","enum":["testEvents"],"examples":["testEvents"],"$comment":"smoke.smoke"},"name":{"$ref":"#/definitions/hookName"},"timeout":{"$ref":"#/definitions/duration","description":"How long one event may take.","default":"30s","examples":["1m"]},"retries":{"$ref":"#/definitions/hookRetries"},"onTimeout":{"$ref":"#/definitions/hookOnTimeout"}},"$comment":"smoke"};

function validate88(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.smoke === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "smoke"},schema:schema119.required,parentSchema:schema119,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!(((((key0 === "smoke") || (key0 === "name")) || (key0 === "timeout")) || (key0 === "retries")) || (key0 === "onTimeout"))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema119,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.smoke !== undefined){
let data0 = data.smoke;
if(typeof data0 !== "string"){
const err2 = {instancePath:instancePath+"/smoke",schemaPath:"#/properties/smoke/type",keyword:"type",params:{type: "string"},schema:schema119.properties.smoke.type,parentSchema:schema119.properties.smoke,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(!(data0 === "testEvents")){
const err3 = {instancePath:instancePath+"/smoke",schemaPath:"#/properties/smoke/enum",keyword:"enum",params:{allowedValues: schema119.properties.smoke.enum},schema:schema119.properties.smoke.enum,parentSchema:schema119.properties.smoke,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.name !== undefined){
let data1 = data.name;
if(typeof data1 === "string"){
if(!pattern50.test(data1)){
const err4 = {instancePath:instancePath+"/name",schemaPath:"#/definitions/hookName/pattern",keyword:"pattern",params:{pattern: "^\\S(.{0,62}\\S)?$"},schema:"^\\S(.{0,62}\\S)?$",parentSchema:schema96,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
else {
const err5 = {instancePath:instancePath+"/name",schemaPath:"#/definitions/hookName/type",keyword:"type",params:{type: "string"},schema:schema96.type,parentSchema:schema96,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.timeout !== undefined){
let data2 = data.timeout;
if(typeof data2 === "string"){
if(!pattern6.test(data2)){
const err6 = {instancePath:instancePath+"/timeout",schemaPath:"#/definitions/duration/pattern",keyword:"pattern",params:{pattern: "^(?=.)(\\d{1,4}h)?(\\d{1,5}m(?!s))?(\\d{1,6}s)?(\\d{1,7}ms)?$"},schema:"^(?=.)(\\d{1,4}h)?(\\d{1,5}m(?!s))?(\\d{1,6}s)?(\\d{1,7}ms)?$",parentSchema:schema36,data:data2};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
else {
const err7 = {instancePath:instancePath+"/timeout",schemaPath:"#/definitions/duration/type",keyword:"type",params:{type: "string"},schema:schema36.type,parentSchema:schema36,data:data2};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.retries !== undefined){
let data3 = data.retries;
if(!(((typeof data3 == "number") && (!(data3 % 1) && !isNaN(data3))) && (isFinite(data3)))){
const err8 = {instancePath:instancePath+"/retries",schemaPath:"#/definitions/hookRetries/type",keyword:"type",params:{type: "integer"},schema:schema98.type,parentSchema:schema98,data:data3};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
if((typeof data3 == "number") && (isFinite(data3))){
if(data3 > 5 || isNaN(data3)){
const err9 = {instancePath:instancePath+"/retries",schemaPath:"#/definitions/hookRetries/maximum",keyword:"maximum",params:{comparison: "<=", limit: 5},schema:5,parentSchema:schema98,data:data3};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
if(data3 < 0 || isNaN(data3)){
const err10 = {instancePath:instancePath+"/retries",schemaPath:"#/definitions/hookRetries/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},schema:0,parentSchema:schema98,data:data3};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
}
if(data.onTimeout !== undefined){
let data4 = data.onTimeout;
if(typeof data4 !== "string"){
const err11 = {instancePath:instancePath+"/onTimeout",schemaPath:"#/definitions/hookOnTimeout/type",keyword:"type",params:{type: "string"},schema:schema99.type,parentSchema:schema99,data:data4};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
if(!(((data4 === "fail") || (data4 === "pass")) || (data4 === "inconclusive"))){
const err12 = {instancePath:instancePath+"/onTimeout",schemaPath:"#/definitions/hookOnTimeout/enum",keyword:"enum",params:{allowedValues: schema99.enum},schema:schema99.enum,parentSchema:schema99,data:data4};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
}
else {
const err13 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema119.type,parentSchema:schema119,data};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
validate88.errors = vErrors;
return errors === 0;
}


function validate75(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
const _errs1 = errors;
let valid0 = false;
const _errs2 = errors;
if(!(validate76(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validate76.errors : vErrors.concat(validate76.errors);
errors = vErrors.length;
}
var _valid0 = _errs2 === errors;
valid0 = valid0 || _valid0;
if(!valid0){
const _errs3 = errors;
if(!(validate78(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validate78.errors : vErrors.concat(validate78.errors);
errors = vErrors.length;
}
var _valid0 = _errs3 === errors;
valid0 = valid0 || _valid0;
if(!valid0){
const _errs4 = errors;
if(!(validate86(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validate86.errors : vErrors.concat(validate86.errors);
errors = vErrors.length;
}
var _valid0 = _errs4 === errors;
valid0 = valid0 || _valid0;
if(!valid0){
const _errs5 = errors;
if(!(validate88(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validate88.errors : vErrors.concat(validate88.errors);
errors = vErrors.length;
}
var _valid0 = _errs5 === errors;
valid0 = valid0 || _valid0;
}
}
}
if(!valid0){
const err0 = {instancePath,schemaPath:"#/anyOf",keyword:"anyOf",params:{},schema:schema94.anyOf,parentSchema:schema94,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
else {
errors = _errs1;
if(vErrors !== null){
if(_errs1){
vErrors.length = _errs1;
}
else {
vErrors = null;
}
}
}
validate75.errors = vErrors;
return errors === 0;
}


function validate74(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(Array.isArray(data)){
if(data.length > 20){
const err0 = {instancePath,schemaPath:"#/maxItems",keyword:"maxItems",params:{limit: 20},schema:20,parentSchema:schema93,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
if(!(validate75(data[i0], {instancePath:instancePath+"/" + i0,parentData:data,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validate75.errors : vErrors.concat(validate75.errors);
errors = vErrors.length;
}
}
}
else {
const err1 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "array"},schema:schema93.type,parentSchema:schema93,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
validate74.errors = vErrors;
return errors === 0;
}


function validate73(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!((((key0 === "preTraffic") || (key0 === "afterStep")) || (key0 === "postTraffic")) || (key0 === "onRollback"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema92,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.preTraffic !== undefined){
if(!(validate74(data.preTraffic, {instancePath:instancePath+"/preTraffic",parentData:data,parentDataProperty:"preTraffic",rootData}))){
vErrors = vErrors === null ? validate74.errors : vErrors.concat(validate74.errors);
errors = vErrors.length;
}
}
if(data.afterStep !== undefined){
if(!(validate74(data.afterStep, {instancePath:instancePath+"/afterStep",parentData:data,parentDataProperty:"afterStep",rootData}))){
vErrors = vErrors === null ? validate74.errors : vErrors.concat(validate74.errors);
errors = vErrors.length;
}
}
if(data.postTraffic !== undefined){
if(!(validate74(data.postTraffic, {instancePath:instancePath+"/postTraffic",parentData:data,parentDataProperty:"postTraffic",rootData}))){
vErrors = vErrors === null ? validate74.errors : vErrors.concat(validate74.errors);
errors = vErrors.length;
}
}
if(data.onRollback !== undefined){
if(!(validate74(data.onRollback, {instancePath:instancePath+"/onRollback",parentData:data,parentDataProperty:"onRollback",rootData}))){
vErrors = vErrors === null ? validate74.errors : vErrors.concat(validate74.errors);
errors = vErrors.length;
}
}
}
else {
const err1 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema92.type,parentSchema:schema92,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
validate73.errors = vErrors;
return errors === 0;
}


function validate11(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(func2.call(schema13.properties, key0))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema13,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.name !== undefined){
let data0 = data.name;
if(typeof data0 === "string"){
if(!pattern2.test(data0)){
const err1 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/pattern",keyword:"pattern",params:{pattern: "^[a-zA-Z0-9_-]{1,64}$"},schema:"^[a-zA-Z0-9_-]{1,64}$",parentSchema:schema13.properties.name,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
else {
const err2 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/type",keyword:"type",params:{type: "string"},schema:schema13.properties.name.type,parentSchema:schema13.properties.name,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.code !== undefined){
if(!(validate12(data.code, {instancePath:instancePath+"/code",parentData:data,parentDataProperty:"code",rootData}))){
vErrors = vErrors === null ? validate12.errors : vErrors.concat(validate12.errors);
errors = vErrors.length;
}
}
if(data.build !== undefined){
if(!(validate26(data.build, {instancePath:instancePath+"/build",parentData:data,parentDataProperty:"build",rootData}))){
vErrors = vErrors === null ? validate26.errors : vErrors.concat(validate26.errors);
errors = vErrors.length;
}
}
if(data.image !== undefined){
if(!(validate35(data.image, {instancePath:instancePath+"/image",parentData:data,parentDataProperty:"image",rootData}))){
vErrors = vErrors === null ? validate35.errors : vErrors.concat(validate35.errors);
errors = vErrors.length;
}
}
if(data.ecr !== undefined){
let data4 = data.ecr;
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
for(const key1 in data4){
if(!((((key1 === "repository") || (key1 === "create")) || (key1 === "failOn")) || (key1 === "keep"))){
const err3 = {instancePath:instancePath+"/ecr",schemaPath:"#/definitions/ecr/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},schema:false,parentSchema:schema53,data:data4};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data4.repository !== undefined){
let data5 = data4.repository;
if(typeof data5 === "string"){
if(func3(data5) > 512){
const err4 = {instancePath:instancePath+"/ecr/repository",schemaPath:"#/definitions/ecr/properties/repository/maxLength",keyword:"maxLength",params:{limit: 512},schema:512,parentSchema:schema53.properties.repository,data:data5};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(!pattern15.test(data5)){
const err5 = {instancePath:instancePath+"/ecr/repository",schemaPath:"#/definitions/ecr/properties/repository/pattern",keyword:"pattern",params:{pattern: "^(arn:aws[a-zA-Z-]*:ecr:(eusc-)?[a-z]{2}(-gov|-iso[a-z]?)?-[a-z]+-\\d:\\d{12}:repository/)?(?=.{2,256}$)[a-z0-9]+([._-][a-z0-9]+)*(/[a-z0-9]+([._-][a-z0-9]+)*)*$"},schema:"^(arn:aws[a-zA-Z-]*:ecr:(eusc-)?[a-z]{2}(-gov|-iso[a-z]?)?-[a-z]+-\\d:\\d{12}:repository/)?(?=.{2,256}$)[a-z0-9]+([._-][a-z0-9]+)*(/[a-z0-9]+([._-][a-z0-9]+)*)*$",parentSchema:schema53.properties.repository,data:data5};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
else {
const err6 = {instancePath:instancePath+"/ecr/repository",schemaPath:"#/definitions/ecr/properties/repository/type",keyword:"type",params:{type: "string"},schema:schema53.properties.repository.type,parentSchema:schema53.properties.repository,data:data5};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data4.create !== undefined){
let data6 = data4.create;
if(typeof data6 !== "boolean"){
const err7 = {instancePath:instancePath+"/ecr/create",schemaPath:"#/definitions/ecr/properties/create/type",keyword:"type",params:{type: "boolean"},schema:schema53.properties.create.type,parentSchema:schema53.properties.create,data:data6};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data4.failOn !== undefined){
let data7 = data4.failOn;
if((typeof data7 !== "string") && (data7 !== null)){
const err8 = {instancePath:instancePath+"/ecr/failOn",schemaPath:"#/definitions/ecr/properties/failOn/type",keyword:"type",params:{type: schema53.properties.failOn.type},schema:schema53.properties.failOn.type,parentSchema:schema53.properties.failOn,data:data7};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
if(!(((((data7 === "CRITICAL") || (data7 === "HIGH")) || (data7 === "MEDIUM")) || (data7 === "LOW")) || (data7 === null))){
const err9 = {instancePath:instancePath+"/ecr/failOn",schemaPath:"#/definitions/ecr/properties/failOn/enum",keyword:"enum",params:{allowedValues: schema53.properties.failOn.enum},schema:schema53.properties.failOn.enum,parentSchema:schema53.properties.failOn,data:data7};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data4.keep !== undefined){
let data8 = data4.keep;
if((!(((typeof data8 == "number") && (!(data8 % 1) && !isNaN(data8))) && (isFinite(data8)))) && (data8 !== null)){
const err10 = {instancePath:instancePath+"/ecr/keep",schemaPath:"#/definitions/ecr/properties/keep/type",keyword:"type",params:{type: schema53.properties.keep.type},schema:schema53.properties.keep.type,parentSchema:schema53.properties.keep,data:data8};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
if((typeof data8 == "number") && (isFinite(data8))){
if(data8 > 100000 || isNaN(data8)){
const err11 = {instancePath:instancePath+"/ecr/keep",schemaPath:"#/definitions/ecr/properties/keep/maximum",keyword:"maximum",params:{comparison: "<=", limit: 100000},schema:100000,parentSchema:schema53.properties.keep,data:data8};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
if(data8 < 1 || isNaN(data8)){
const err12 = {instancePath:instancePath+"/ecr/keep",schemaPath:"#/definitions/ecr/properties/keep/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},schema:1,parentSchema:schema53.properties.keep,data:data8};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
}
}
else {
const err13 = {instancePath:instancePath+"/ecr",schemaPath:"#/definitions/ecr/type",keyword:"type",params:{type: "object"},schema:schema53.type,parentSchema:schema53,data:data4};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data.handler !== undefined){
let data9 = data.handler;
if(typeof data9 === "string"){
if(!pattern16.test(data9)){
const err14 = {instancePath:instancePath+"/handler",schemaPath:"#/properties/handler/pattern",keyword:"pattern",params:{pattern: "^[^\\s]{1,128}$"},schema:"^[^\\s]{1,128}$",parentSchema:schema13.properties.handler,data:data9};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
else {
const err15 = {instancePath:instancePath+"/handler",schemaPath:"#/properties/handler/type",keyword:"type",params:{type: "string"},schema:schema13.properties.handler.type,parentSchema:schema13.properties.handler,data:data9};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data.runtime !== undefined){
let data10 = data.runtime;
if(typeof data10 === "string"){
if(!pattern17.test(data10)){
const err16 = {instancePath:instancePath+"/runtime",schemaPath:"#/definitions/runtime/pattern",keyword:"pattern",params:{pattern: "^[a-z][a-z0-9.]{1,63}$"},schema:"^[a-z][a-z0-9.]{1,63}$",parentSchema:schema54,data:data10};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
else {
const err17 = {instancePath:instancePath+"/runtime",schemaPath:"#/definitions/runtime/type",keyword:"type",params:{type: "string"},schema:schema54.type,parentSchema:schema54,data:data10};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data.architecture !== undefined){
let data11 = data.architecture;
if((typeof data11 !== "string") && (data11 !== null)){
const err18 = {instancePath:instancePath+"/architecture",schemaPath:"#/properties/architecture/type",keyword:"type",params:{type: schema13.properties.architecture.type},schema:schema13.properties.architecture.type,parentSchema:schema13.properties.architecture,data:data11};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
if(!(((data11 === "x86_64") || (data11 === "arm64")) || (data11 === null))){
const err19 = {instancePath:instancePath+"/architecture",schemaPath:"#/properties/architecture/enum",keyword:"enum",params:{allowedValues: schema13.properties.architecture.enum},schema:schema13.properties.architecture.enum,parentSchema:schema13.properties.architecture,data:data11};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
if(data.memorySize !== undefined){
let data12 = data.memorySize;
if((!(((typeof data12 == "number") && (!(data12 % 1) && !isNaN(data12))) && (isFinite(data12)))) && (data12 !== null)){
const err20 = {instancePath:instancePath+"/memorySize",schemaPath:"#/properties/memorySize/type",keyword:"type",params:{type: schema13.properties.memorySize.type},schema:schema13.properties.memorySize.type,parentSchema:schema13.properties.memorySize,data:data12};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
if((typeof data12 == "number") && (isFinite(data12))){
if(data12 > 32768 || isNaN(data12)){
const err21 = {instancePath:instancePath+"/memorySize",schemaPath:"#/properties/memorySize/maximum",keyword:"maximum",params:{comparison: "<=", limit: 32768},schema:32768,parentSchema:schema13.properties.memorySize,data:data12};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
if(data12 < 128 || isNaN(data12)){
const err22 = {instancePath:instancePath+"/memorySize",schemaPath:"#/properties/memorySize/minimum",keyword:"minimum",params:{comparison: ">=", limit: 128},schema:128,parentSchema:schema13.properties.memorySize,data:data12};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
}
if(data.timeout !== undefined){
let data13 = data.timeout;
if((typeof data13 !== "string") && (data13 !== null)){
const err23 = {instancePath:instancePath+"/timeout",schemaPath:"#/properties/timeout/type",keyword:"type",params:{type: schema13.properties.timeout.type},schema:schema13.properties.timeout.type,parentSchema:schema13.properties.timeout,data:data13};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
if(typeof data13 === "string"){
if(!pattern6.test(data13)){
const err24 = {instancePath:instancePath+"/timeout",schemaPath:"#/properties/timeout/pattern",keyword:"pattern",params:{pattern: "^(?=.)(\\d{1,4}h)?(\\d{1,5}m(?!s))?(\\d{1,6}s)?(\\d{1,7}ms)?$"},schema:"^(?=.)(\\d{1,4}h)?(\\d{1,5}m(?!s))?(\\d{1,6}s)?(\\d{1,7}ms)?$",parentSchema:schema13.properties.timeout,data:data13};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
}
if(data.ephemeralStorage !== undefined){
let data14 = data.ephemeralStorage;
if((!(((typeof data14 == "number") && (!(data14 % 1) && !isNaN(data14))) && (isFinite(data14)))) && (data14 !== null)){
const err25 = {instancePath:instancePath+"/ephemeralStorage",schemaPath:"#/properties/ephemeralStorage/type",keyword:"type",params:{type: schema13.properties.ephemeralStorage.type},schema:schema13.properties.ephemeralStorage.type,parentSchema:schema13.properties.ephemeralStorage,data:data14};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
if((typeof data14 == "number") && (isFinite(data14))){
if(data14 > 32768 || isNaN(data14)){
const err26 = {instancePath:instancePath+"/ephemeralStorage",schemaPath:"#/properties/ephemeralStorage/maximum",keyword:"maximum",params:{comparison: "<=", limit: 32768},schema:32768,parentSchema:schema13.properties.ephemeralStorage,data:data14};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
if(data14 < 512 || isNaN(data14)){
const err27 = {instancePath:instancePath+"/ephemeralStorage",schemaPath:"#/properties/ephemeralStorage/minimum",keyword:"minimum",params:{comparison: ">=", limit: 512},schema:512,parentSchema:schema13.properties.ephemeralStorage,data:data14};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
}
if(data.environment !== undefined){
let data15 = data.environment;
if((!(data15 && typeof data15 == "object" && !Array.isArray(data15))) && (data15 !== null)){
const err28 = {instancePath:instancePath+"/environment",schemaPath:"#/properties/environment/type",keyword:"type",params:{type: schema13.properties.environment.type},schema:schema13.properties.environment.type,parentSchema:schema13.properties.environment,data:data15};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
if(data15 && typeof data15 == "object" && !Array.isArray(data15)){
for(const key2 in data15){
const _errs48 = errors;
if(typeof key2 === "string"){
if(!pattern19.test(key2)){
const err29 = {instancePath:instancePath+"/environment",schemaPath:"#/definitions/environmentKey/pattern",keyword:"pattern",params:{pattern: "^[a-zA-Z][a-zA-Z0-9_]+$"},schema:"^[a-zA-Z][a-zA-Z0-9_]+$",parentSchema:schema55,data:key2,propertyName:key2};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
else {
const err30 = {instancePath:instancePath+"/environment",schemaPath:"#/definitions/environmentKey/type",keyword:"type",params:{type: "string"},schema:schema55.type,parentSchema:schema55,data:key2,propertyName:key2};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
var valid4 = _errs48 === errors;
if(!valid4){
const err31 = {instancePath:instancePath+"/environment",schemaPath:"#/properties/environment/propertyNames",keyword:"propertyNames",params:{propertyName: key2},schema:schema13.properties.environment.propertyNames,parentSchema:schema13.properties.environment,data:data15};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
for(const key3 in data15){
let data16 = data15[key3];
if(typeof data16 !== "string"){
const err32 = {instancePath:instancePath+"/environment/" + key3.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/environmentValue/type",keyword:"type",params:{type: "string"},schema:schema56.type,parentSchema:schema56,data:data16};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
}
}
if(data.plainSecrets !== undefined){
let data17 = data.plainSecrets;
if(Array.isArray(data17)){
const len0 = data17.length;
for(let i0=0; i0<len0; i0++){
let data18 = data17[i0];
if(typeof data18 === "string"){
if(!pattern19.test(data18)){
const err33 = {instancePath:instancePath+"/plainSecrets/" + i0,schemaPath:"#/properties/plainSecrets/items/pattern",keyword:"pattern",params:{pattern: "^[a-zA-Z][a-zA-Z0-9_]+$"},schema:"^[a-zA-Z][a-zA-Z0-9_]+$",parentSchema:schema13.properties.plainSecrets.items,data:data18};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
else {
const err34 = {instancePath:instancePath+"/plainSecrets/" + i0,schemaPath:"#/properties/plainSecrets/items/type",keyword:"type",params:{type: "string"},schema:schema13.properties.plainSecrets.items.type,parentSchema:schema13.properties.plainSecrets.items,data:data18};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
let i1 = data17.length;
let j0;
if(i1 > 1){
const indices0 = {};
for(;i1--;){
let item0 = data17[i1];
if(typeof item0 !== "string"){
continue;
}
if(typeof indices0[item0] == "number"){
j0 = indices0[item0];
const err35 = {instancePath:instancePath+"/plainSecrets",schemaPath:"#/properties/plainSecrets/uniqueItems",keyword:"uniqueItems",params:{i: i1, j: j0},schema:true,parentSchema:schema13.properties.plainSecrets,data:data17};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
break;
}
indices0[item0] = i1;
}
}
}
else {
const err36 = {instancePath:instancePath+"/plainSecrets",schemaPath:"#/properties/plainSecrets/type",keyword:"type",params:{type: "array"},schema:schema13.properties.plainSecrets.type,parentSchema:schema13.properties.plainSecrets,data:data17};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
}
if(data.role !== undefined){
if(!(validate43(data.role, {instancePath:instancePath+"/role",parentData:data,parentDataProperty:"role",rootData}))){
vErrors = vErrors === null ? validate43.errors : vErrors.concat(validate43.errors);
errors = vErrors.length;
}
}
if(data.description !== undefined){
let data20 = data.description;
if((typeof data20 !== "string") && (data20 !== null)){
const err37 = {instancePath:instancePath+"/description",schemaPath:"#/properties/description/type",keyword:"type",params:{type: schema13.properties.description.type},schema:schema13.properties.description.type,parentSchema:schema13.properties.description,data:data20};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
if(typeof data20 === "string"){
if(func3(data20) > 256){
const err38 = {instancePath:instancePath+"/description",schemaPath:"#/properties/description/maxLength",keyword:"maxLength",params:{limit: 256},schema:256,parentSchema:schema13.properties.description,data:data20};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
}
}
if(data.layers !== undefined){
let data21 = data.layers;
if((!(Array.isArray(data21))) && (data21 !== null)){
const err39 = {instancePath:instancePath+"/layers",schemaPath:"#/properties/layers/type",keyword:"type",params:{type: schema13.properties.layers.type},schema:schema13.properties.layers.type,parentSchema:schema13.properties.layers,data:data21};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
if(Array.isArray(data21)){
if(data21.length > 5){
const err40 = {instancePath:instancePath+"/layers",schemaPath:"#/properties/layers/maxItems",keyword:"maxItems",params:{limit: 5},schema:5,parentSchema:schema13.properties.layers,data:data21};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
const len1 = data21.length;
for(let i2=0; i2<len1; i2++){
let data22 = data21[i2];
if(typeof data22 === "string"){
if(func3(data22) > 2048){
const err41 = {instancePath:instancePath+"/layers/" + i2,schemaPath:"#/properties/layers/items/maxLength",keyword:"maxLength",params:{limit: 2048},schema:2048,parentSchema:schema13.properties.layers.items,data:data22};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
if(!pattern31.test(data22)){
const err42 = {instancePath:instancePath+"/layers/" + i2,schemaPath:"#/properties/layers/items/pattern",keyword:"pattern",params:{pattern: "^([a-zA-Z0-9][a-zA-Z0-9_-]{0,63}|arn:(aws[a-zA-Z-]*)?:lambda:(eusc-)?[a-z]{2}(-gov|-iso[a-z]?)?-[a-z]+-\\d:\\d{12}:layer:[a-zA-Z0-9_-]{1,140}:\\d{1,19}|arn:[a-zA-Z0-9-]+:lambda:::awslayer:[a-zA-Z0-9_-]+)$"},schema:"^([a-zA-Z0-9][a-zA-Z0-9_-]{0,63}|arn:(aws[a-zA-Z-]*)?:lambda:(eusc-)?[a-z]{2}(-gov|-iso[a-z]?)?-[a-z]+-\\d:\\d{12}:layer:[a-zA-Z0-9_-]{1,140}:\\d{1,19}|arn:[a-zA-Z0-9-]+:lambda:::awslayer:[a-zA-Z0-9_-]+)$",parentSchema:schema13.properties.layers.items,data:data22};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
}
else {
const err43 = {instancePath:instancePath+"/layers/" + i2,schemaPath:"#/properties/layers/items/type",keyword:"type",params:{type: "string"},schema:schema13.properties.layers.items.type,parentSchema:schema13.properties.layers.items,data:data22};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
}
let i3 = data21.length;
let j1;
if(i3 > 1){
const indices1 = {};
for(;i3--;){
let item1 = data21[i3];
if(typeof item1 !== "string"){
continue;
}
if(typeof indices1[item1] == "number"){
j1 = indices1[item1];
const err44 = {instancePath:instancePath+"/layers",schemaPath:"#/properties/layers/uniqueItems",keyword:"uniqueItems",params:{i: i3, j: j1},schema:true,parentSchema:schema13.properties.layers,data:data21};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
break;
}
indices1[item1] = i3;
}
}
}
}
if(data.vpc !== undefined){
let data23 = data.vpc;
if((!(data23 && typeof data23 == "object" && !Array.isArray(data23))) && (data23 !== null)){
const err45 = {instancePath:instancePath+"/vpc",schemaPath:"#/definitions/vpc/type",keyword:"type",params:{type: schema66.type},schema:schema66.type,parentSchema:schema66,data:data23};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
if(data23 && typeof data23 == "object" && !Array.isArray(data23)){
for(const key4 in data23){
if(!(((key4 === "subnetIds") || (key4 === "securityGroupIds")) || (key4 === "ipv6AllowedForDualStack"))){
const err46 = {instancePath:instancePath+"/vpc",schemaPath:"#/definitions/vpc/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key4},schema:false,parentSchema:schema66,data:data23};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
}
if(data23.subnetIds !== undefined){
let data24 = data23.subnetIds;
if(Array.isArray(data24)){
if(data24.length > 16){
const err47 = {instancePath:instancePath+"/vpc/subnetIds",schemaPath:"#/definitions/vpc/properties/subnetIds/maxItems",keyword:"maxItems",params:{limit: 16},schema:16,parentSchema:schema66.properties.subnetIds,data:data24};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
if(data24.length < 1){
const err48 = {instancePath:instancePath+"/vpc/subnetIds",schemaPath:"#/definitions/vpc/properties/subnetIds/minItems",keyword:"minItems",params:{limit: 1},schema:1,parentSchema:schema66.properties.subnetIds,data:data24};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
const len2 = data24.length;
for(let i4=0; i4<len2; i4++){
let data25 = data24[i4];
if(typeof data25 === "string"){
if(!pattern32.test(data25)){
const err49 = {instancePath:instancePath+"/vpc/subnetIds/" + i4,schemaPath:"#/definitions/vpc/properties/subnetIds/items/pattern",keyword:"pattern",params:{pattern: "^subnet-[0-9a-z]{1,64}$"},schema:"^subnet-[0-9a-z]{1,64}$",parentSchema:schema66.properties.subnetIds.items,data:data25};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
}
else {
const err50 = {instancePath:instancePath+"/vpc/subnetIds/" + i4,schemaPath:"#/definitions/vpc/properties/subnetIds/items/type",keyword:"type",params:{type: "string"},schema:schema66.properties.subnetIds.items.type,parentSchema:schema66.properties.subnetIds.items,data:data25};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
}
let i5 = data24.length;
let j2;
if(i5 > 1){
const indices2 = {};
for(;i5--;){
let item2 = data24[i5];
if(typeof item2 !== "string"){
continue;
}
if(typeof indices2[item2] == "number"){
j2 = indices2[item2];
const err51 = {instancePath:instancePath+"/vpc/subnetIds",schemaPath:"#/definitions/vpc/properties/subnetIds/uniqueItems",keyword:"uniqueItems",params:{i: i5, j: j2},schema:true,parentSchema:schema66.properties.subnetIds,data:data24};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
break;
}
indices2[item2] = i5;
}
}
}
else {
const err52 = {instancePath:instancePath+"/vpc/subnetIds",schemaPath:"#/definitions/vpc/properties/subnetIds/type",keyword:"type",params:{type: "array"},schema:schema66.properties.subnetIds.type,parentSchema:schema66.properties.subnetIds,data:data24};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
}
if(data23.securityGroupIds !== undefined){
let data26 = data23.securityGroupIds;
if(Array.isArray(data26)){
if(data26.length > 5){
const err53 = {instancePath:instancePath+"/vpc/securityGroupIds",schemaPath:"#/definitions/vpc/properties/securityGroupIds/maxItems",keyword:"maxItems",params:{limit: 5},schema:5,parentSchema:schema66.properties.securityGroupIds,data:data26};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
if(data26.length < 1){
const err54 = {instancePath:instancePath+"/vpc/securityGroupIds",schemaPath:"#/definitions/vpc/properties/securityGroupIds/minItems",keyword:"minItems",params:{limit: 1},schema:1,parentSchema:schema66.properties.securityGroupIds,data:data26};
if(vErrors === null){
vErrors = [err54];
}
else {
vErrors.push(err54);
}
errors++;
}
const len3 = data26.length;
for(let i6=0; i6<len3; i6++){
let data27 = data26[i6];
if(typeof data27 === "string"){
if(!pattern33.test(data27)){
const err55 = {instancePath:instancePath+"/vpc/securityGroupIds/" + i6,schemaPath:"#/definitions/vpc/properties/securityGroupIds/items/pattern",keyword:"pattern",params:{pattern: "^sg-[0-9a-zA-Z]{1,64}$"},schema:"^sg-[0-9a-zA-Z]{1,64}$",parentSchema:schema66.properties.securityGroupIds.items,data:data27};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
}
errors++;
}
}
else {
const err56 = {instancePath:instancePath+"/vpc/securityGroupIds/" + i6,schemaPath:"#/definitions/vpc/properties/securityGroupIds/items/type",keyword:"type",params:{type: "string"},schema:schema66.properties.securityGroupIds.items.type,parentSchema:schema66.properties.securityGroupIds.items,data:data27};
if(vErrors === null){
vErrors = [err56];
}
else {
vErrors.push(err56);
}
errors++;
}
}
let i7 = data26.length;
let j3;
if(i7 > 1){
const indices3 = {};
for(;i7--;){
let item3 = data26[i7];
if(typeof item3 !== "string"){
continue;
}
if(typeof indices3[item3] == "number"){
j3 = indices3[item3];
const err57 = {instancePath:instancePath+"/vpc/securityGroupIds",schemaPath:"#/definitions/vpc/properties/securityGroupIds/uniqueItems",keyword:"uniqueItems",params:{i: i7, j: j3},schema:true,parentSchema:schema66.properties.securityGroupIds,data:data26};
if(vErrors === null){
vErrors = [err57];
}
else {
vErrors.push(err57);
}
errors++;
break;
}
indices3[item3] = i7;
}
}
}
else {
const err58 = {instancePath:instancePath+"/vpc/securityGroupIds",schemaPath:"#/definitions/vpc/properties/securityGroupIds/type",keyword:"type",params:{type: "array"},schema:schema66.properties.securityGroupIds.type,parentSchema:schema66.properties.securityGroupIds,data:data26};
if(vErrors === null){
vErrors = [err58];
}
else {
vErrors.push(err58);
}
errors++;
}
}
if(data23.ipv6AllowedForDualStack !== undefined){
let data28 = data23.ipv6AllowedForDualStack;
if(typeof data28 !== "boolean"){
const err59 = {instancePath:instancePath+"/vpc/ipv6AllowedForDualStack",schemaPath:"#/definitions/vpc/properties/ipv6AllowedForDualStack/type",keyword:"type",params:{type: "boolean"},schema:schema66.properties.ipv6AllowedForDualStack.type,parentSchema:schema66.properties.ipv6AllowedForDualStack,data:data28};
if(vErrors === null){
vErrors = [err59];
}
else {
vErrors.push(err59);
}
errors++;
}
}
}
}
if(data.fileSystem !== undefined){
if(!(validate55(data.fileSystem, {instancePath:instancePath+"/fileSystem",parentData:data,parentDataProperty:"fileSystem",rootData}))){
vErrors = vErrors === null ? validate55.errors : vErrors.concat(validate55.errors);
errors = vErrors.length;
}
}
if(data.deadLetterQueue !== undefined){
let data30 = data.deadLetterQueue;
if((typeof data30 !== "string") && (data30 !== null)){
const err60 = {instancePath:instancePath+"/deadLetterQueue",schemaPath:"#/properties/deadLetterQueue/type",keyword:"type",params:{type: schema13.properties.deadLetterQueue.type},schema:schema13.properties.deadLetterQueue.type,parentSchema:schema13.properties.deadLetterQueue,data:data30};
if(vErrors === null){
vErrors = [err60];
}
else {
vErrors.push(err60);
}
errors++;
}
if(typeof data30 === "string"){
if(!pattern36.test(data30)){
const err61 = {instancePath:instancePath+"/deadLetterQueue",schemaPath:"#/properties/deadLetterQueue/pattern",keyword:"pattern",params:{pattern: "^arn:aws[a-zA-Z-]*:(sqs|sns):(eusc-)?[a-z]{2}(-gov|-iso[a-z]?)?-[a-z]+-\\d:\\d{12}:[a-zA-Z0-9_-]{1,256}(\\.fifo)?$"},schema:"^arn:aws[a-zA-Z-]*:(sqs|sns):(eusc-)?[a-z]{2}(-gov|-iso[a-z]?)?-[a-z]+-\\d:\\d{12}:[a-zA-Z0-9_-]{1,256}(\\.fifo)?$",parentSchema:schema13.properties.deadLetterQueue,data:data30};
if(vErrors === null){
vErrors = [err61];
}
else {
vErrors.push(err61);
}
errors++;
}
}
}
if(data.kmsKey !== undefined){
let data31 = data.kmsKey;
if((typeof data31 !== "string") && (data31 !== null)){
const err62 = {instancePath:instancePath+"/kmsKey",schemaPath:"#/definitions/kmsKey/type",keyword:"type",params:{type: schema69.type},schema:schema69.type,parentSchema:schema69,data:data31};
if(vErrors === null){
vErrors = [err62];
}
else {
vErrors.push(err62);
}
errors++;
}
if(typeof data31 === "string"){
if(!pattern37.test(data31)){
const err63 = {instancePath:instancePath+"/kmsKey",schemaPath:"#/definitions/kmsKey/pattern",keyword:"pattern",params:{pattern: "^arn:aws[a-zA-Z-]*:kms:(eusc-)?[a-z]{2}(-gov|-iso[a-z]?)?-[a-z]+-\\d:\\d{12}:(key|alias)/[a-zA-Z0-9/_-]{1,256}$"},schema:"^arn:aws[a-zA-Z-]*:kms:(eusc-)?[a-z]{2}(-gov|-iso[a-z]?)?-[a-z]+-\\d:\\d{12}:(key|alias)/[a-zA-Z0-9/_-]{1,256}$",parentSchema:schema69,data:data31};
if(vErrors === null){
vErrors = [err63];
}
else {
vErrors.push(err63);
}
errors++;
}
}
}
if(data.tracing !== undefined){
let data32 = data.tracing;
if((typeof data32 !== "string") && (data32 !== null)){
const err64 = {instancePath:instancePath+"/tracing",schemaPath:"#/properties/tracing/type",keyword:"type",params:{type: schema13.properties.tracing.type},schema:schema13.properties.tracing.type,parentSchema:schema13.properties.tracing,data:data32};
if(vErrors === null){
vErrors = [err64];
}
else {
vErrors.push(err64);
}
errors++;
}
if(!(((data32 === "Active") || (data32 === "PassThrough")) || (data32 === null))){
const err65 = {instancePath:instancePath+"/tracing",schemaPath:"#/properties/tracing/enum",keyword:"enum",params:{allowedValues: schema13.properties.tracing.enum},schema:schema13.properties.tracing.enum,parentSchema:schema13.properties.tracing,data:data32};
if(vErrors === null){
vErrors = [err65];
}
else {
vErrors.push(err65);
}
errors++;
}
}
if(data.snapStart !== undefined){
let data33 = data.snapStart;
if((typeof data33 !== "string") && (data33 !== null)){
const err66 = {instancePath:instancePath+"/snapStart",schemaPath:"#/properties/snapStart/type",keyword:"type",params:{type: schema13.properties.snapStart.type},schema:schema13.properties.snapStart.type,parentSchema:schema13.properties.snapStart,data:data33};
if(vErrors === null){
vErrors = [err66];
}
else {
vErrors.push(err66);
}
errors++;
}
if(!(((data33 === "PublishedVersions") || (data33 === "None")) || (data33 === null))){
const err67 = {instancePath:instancePath+"/snapStart",schemaPath:"#/properties/snapStart/enum",keyword:"enum",params:{allowedValues: schema13.properties.snapStart.enum},schema:schema13.properties.snapStart.enum,parentSchema:schema13.properties.snapStart,data:data33};
if(vErrors === null){
vErrors = [err67];
}
else {
vErrors.push(err67);
}
errors++;
}
}
if(data.logging !== undefined){
let data34 = data.logging;
if((!(data34 && typeof data34 == "object" && !Array.isArray(data34))) && (data34 !== null)){
const err68 = {instancePath:instancePath+"/logging",schemaPath:"#/definitions/logging/type",keyword:"type",params:{type: schema70.type},schema:schema70.type,parentSchema:schema70,data:data34};
if(vErrors === null){
vErrors = [err68];
}
else {
vErrors.push(err68);
}
errors++;
}
if(data34 && typeof data34 == "object" && !Array.isArray(data34)){
for(const key5 in data34){
if(!(((((key5 === "format") || (key5 === "applicationLogLevel")) || (key5 === "systemLogLevel")) || (key5 === "group")) || (key5 === "retentionInDays"))){
const err69 = {instancePath:instancePath+"/logging",schemaPath:"#/definitions/logging/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key5},schema:false,parentSchema:schema70,data:data34};
if(vErrors === null){
vErrors = [err69];
}
else {
vErrors.push(err69);
}
errors++;
}
}
if(data34.format !== undefined){
let data35 = data34.format;
if((typeof data35 !== "string") && (data35 !== null)){
const err70 = {instancePath:instancePath+"/logging/format",schemaPath:"#/definitions/logging/properties/format/type",keyword:"type",params:{type: schema70.properties.format.type},schema:schema70.properties.format.type,parentSchema:schema70.properties.format,data:data35};
if(vErrors === null){
vErrors = [err70];
}
else {
vErrors.push(err70);
}
errors++;
}
if(!(((data35 === "Text") || (data35 === "JSON")) || (data35 === null))){
const err71 = {instancePath:instancePath+"/logging/format",schemaPath:"#/definitions/logging/properties/format/enum",keyword:"enum",params:{allowedValues: schema70.properties.format.enum},schema:schema70.properties.format.enum,parentSchema:schema70.properties.format,data:data35};
if(vErrors === null){
vErrors = [err71];
}
else {
vErrors.push(err71);
}
errors++;
}
}
if(data34.applicationLogLevel !== undefined){
let data36 = data34.applicationLogLevel;
if((typeof data36 !== "string") && (data36 !== null)){
const err72 = {instancePath:instancePath+"/logging/applicationLogLevel",schemaPath:"#/definitions/logging/properties/applicationLogLevel/type",keyword:"type",params:{type: schema70.properties.applicationLogLevel.type},schema:schema70.properties.applicationLogLevel.type,parentSchema:schema70.properties.applicationLogLevel,data:data36};
if(vErrors === null){
vErrors = [err72];
}
else {
vErrors.push(err72);
}
errors++;
}
if(!(((((((data36 === "TRACE") || (data36 === "DEBUG")) || (data36 === "INFO")) || (data36 === "WARN")) || (data36 === "ERROR")) || (data36 === "FATAL")) || (data36 === null))){
const err73 = {instancePath:instancePath+"/logging/applicationLogLevel",schemaPath:"#/definitions/logging/properties/applicationLogLevel/enum",keyword:"enum",params:{allowedValues: schema70.properties.applicationLogLevel.enum},schema:schema70.properties.applicationLogLevel.enum,parentSchema:schema70.properties.applicationLogLevel,data:data36};
if(vErrors === null){
vErrors = [err73];
}
else {
vErrors.push(err73);
}
errors++;
}
}
if(data34.systemLogLevel !== undefined){
let data37 = data34.systemLogLevel;
if((typeof data37 !== "string") && (data37 !== null)){
const err74 = {instancePath:instancePath+"/logging/systemLogLevel",schemaPath:"#/definitions/logging/properties/systemLogLevel/type",keyword:"type",params:{type: schema70.properties.systemLogLevel.type},schema:schema70.properties.systemLogLevel.type,parentSchema:schema70.properties.systemLogLevel,data:data37};
if(vErrors === null){
vErrors = [err74];
}
else {
vErrors.push(err74);
}
errors++;
}
if(!((((data37 === "DEBUG") || (data37 === "INFO")) || (data37 === "WARN")) || (data37 === null))){
const err75 = {instancePath:instancePath+"/logging/systemLogLevel",schemaPath:"#/definitions/logging/properties/systemLogLevel/enum",keyword:"enum",params:{allowedValues: schema70.properties.systemLogLevel.enum},schema:schema70.properties.systemLogLevel.enum,parentSchema:schema70.properties.systemLogLevel,data:data37};
if(vErrors === null){
vErrors = [err75];
}
else {
vErrors.push(err75);
}
errors++;
}
}
if(data34.group !== undefined){
let data38 = data34.group;
if((typeof data38 !== "string") && (data38 !== null)){
const err76 = {instancePath:instancePath+"/logging/group",schemaPath:"#/definitions/logging/properties/group/type",keyword:"type",params:{type: schema70.properties.group.type},schema:schema70.properties.group.type,parentSchema:schema70.properties.group,data:data38};
if(vErrors === null){
vErrors = [err76];
}
else {
vErrors.push(err76);
}
errors++;
}
if(typeof data38 === "string"){
if(!pattern38.test(data38)){
const err77 = {instancePath:instancePath+"/logging/group",schemaPath:"#/definitions/logging/properties/group/pattern",keyword:"pattern",params:{pattern: "^[.\\-_/#A-Za-z0-9]{1,512}$"},schema:"^[.\\-_/#A-Za-z0-9]{1,512}$",parentSchema:schema70.properties.group,data:data38};
if(vErrors === null){
vErrors = [err77];
}
else {
vErrors.push(err77);
}
errors++;
}
}
}
if(data34.retentionInDays !== undefined){
let data39 = data34.retentionInDays;
if((!(((typeof data39 == "number") && (!(data39 % 1) && !isNaN(data39))) && (isFinite(data39)))) && (data39 !== null)){
const err78 = {instancePath:instancePath+"/logging/retentionInDays",schemaPath:"#/definitions/logging/properties/retentionInDays/type",keyword:"type",params:{type: schema70.properties.retentionInDays.type},schema:schema70.properties.retentionInDays.type,parentSchema:schema70.properties.retentionInDays,data:data39};
if(vErrors === null){
vErrors = [err78];
}
else {
vErrors.push(err78);
}
errors++;
}
if(!(((((((((((((((((((((((data39 === 1) || (data39 === 3)) || (data39 === 5)) || (data39 === 7)) || (data39 === 14)) || (data39 === 30)) || (data39 === 60)) || (data39 === 90)) || (data39 === 120)) || (data39 === 150)) || (data39 === 180)) || (data39 === 365)) || (data39 === 400)) || (data39 === 545)) || (data39 === 731)) || (data39 === 1096)) || (data39 === 1827)) || (data39 === 2192)) || (data39 === 2557)) || (data39 === 2922)) || (data39 === 3288)) || (data39 === 3653)) || (data39 === null))){
const err79 = {instancePath:instancePath+"/logging/retentionInDays",schemaPath:"#/definitions/logging/properties/retentionInDays/enum",keyword:"enum",params:{allowedValues: schema70.properties.retentionInDays.enum},schema:schema70.properties.retentionInDays.enum,parentSchema:schema70.properties.retentionInDays,data:data39};
if(vErrors === null){
vErrors = [err79];
}
else {
vErrors.push(err79);
}
errors++;
}
}
}
}
if(data.imageConfig !== undefined){
if(!(validate57(data.imageConfig, {instancePath:instancePath+"/imageConfig",parentData:data,parentDataProperty:"imageConfig",rootData}))){
vErrors = vErrors === null ? validate57.errors : vErrors.concat(validate57.errors);
errors = vErrors.length;
}
}
if(data.durable !== undefined){
if(!(validate59(data.durable, {instancePath:instancePath+"/durable",parentData:data,parentDataProperty:"durable",rootData}))){
vErrors = vErrors === null ? validate59.errors : vErrors.concat(validate59.errors);
errors = vErrors.length;
}
}
if(data.tags !== undefined){
let data42 = data.tags;
if((!(data42 && typeof data42 == "object" && !Array.isArray(data42))) && (data42 !== null)){
const err80 = {instancePath:instancePath+"/tags",schemaPath:"#/properties/tags/type",keyword:"type",params:{type: schema13.properties.tags.type},schema:schema13.properties.tags.type,parentSchema:schema13.properties.tags,data:data42};
if(vErrors === null){
vErrors = [err80];
}
else {
vErrors.push(err80);
}
errors++;
}
if(data42 && typeof data42 == "object" && !Array.isArray(data42)){
if(Object.keys(data42).length > 47){
const err81 = {instancePath:instancePath+"/tags",schemaPath:"#/properties/tags/maxProperties",keyword:"maxProperties",params:{limit: 47},schema:47,parentSchema:schema13.properties.tags,data:data42};
if(vErrors === null){
vErrors = [err81];
}
else {
vErrors.push(err81);
}
errors++;
}
for(const key6 in data42){
const _errs132 = errors;
if(typeof key6 === "string"){
if(func3(key6) > 128){
const err82 = {instancePath:instancePath+"/tags",schemaPath:"#/definitions/tagKey/maxLength",keyword:"maxLength",params:{limit: 128},schema:128,parentSchema:schema77,data:key6,propertyName:key6};
if(vErrors === null){
vErrors = [err82];
}
else {
vErrors.push(err82);
}
errors++;
}
if(func3(key6) < 1){
const err83 = {instancePath:instancePath+"/tags",schemaPath:"#/definitions/tagKey/minLength",keyword:"minLength",params:{limit: 1},schema:1,parentSchema:schema77,data:key6,propertyName:key6};
if(vErrors === null){
vErrors = [err83];
}
else {
vErrors.push(err83);
}
errors++;
}
if(!pattern41.test(key6)){
const err84 = {instancePath:instancePath+"/tags",schemaPath:"#/definitions/tagKey/pattern",keyword:"pattern",params:{pattern: "^[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*$"},schema:"^[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*$",parentSchema:schema77,data:key6,propertyName:key6};
if(vErrors === null){
vErrors = [err84];
}
else {
vErrors.push(err84);
}
errors++;
}
}
else {
const err85 = {instancePath:instancePath+"/tags",schemaPath:"#/definitions/tagKey/type",keyword:"type",params:{type: "string"},schema:schema77.type,parentSchema:schema77,data:key6,propertyName:key6};
if(vErrors === null){
vErrors = [err85];
}
else {
vErrors.push(err85);
}
errors++;
}
var valid25 = _errs132 === errors;
if(!valid25){
const err86 = {instancePath:instancePath+"/tags",schemaPath:"#/properties/tags/propertyNames",keyword:"propertyNames",params:{propertyName: key6},schema:schema13.properties.tags.propertyNames,parentSchema:schema13.properties.tags,data:data42};
if(vErrors === null){
vErrors = [err86];
}
else {
vErrors.push(err86);
}
errors++;
}
}
for(const key7 in data42){
let data43 = data42[key7];
if(typeof data43 === "string"){
if(func3(data43) > 256){
const err87 = {instancePath:instancePath+"/tags/" + key7.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/tagValue/maxLength",keyword:"maxLength",params:{limit: 256},schema:256,parentSchema:schema78,data:data43};
if(vErrors === null){
vErrors = [err87];
}
else {
vErrors.push(err87);
}
errors++;
}
if(!pattern41.test(data43)){
const err88 = {instancePath:instancePath+"/tags/" + key7.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/tagValue/pattern",keyword:"pattern",params:{pattern: "^[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*$"},schema:"^[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*$",parentSchema:schema78,data:data43};
if(vErrors === null){
vErrors = [err88];
}
else {
vErrors.push(err88);
}
errors++;
}
}
else {
const err89 = {instancePath:instancePath+"/tags/" + key7.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/tagValue/type",keyword:"type",params:{type: "string"},schema:schema78.type,parentSchema:schema78,data:data43};
if(vErrors === null){
vErrors = [err89];
}
else {
vErrors.push(err89);
}
errors++;
}
}
}
}
if(data.reservedConcurrency !== undefined){
let data44 = data.reservedConcurrency;
if((!(((typeof data44 == "number") && (!(data44 % 1) && !isNaN(data44))) && (isFinite(data44)))) && (data44 !== null)){
const err90 = {instancePath:instancePath+"/reservedConcurrency",schemaPath:"#/properties/reservedConcurrency/type",keyword:"type",params:{type: schema13.properties.reservedConcurrency.type},schema:schema13.properties.reservedConcurrency.type,parentSchema:schema13.properties.reservedConcurrency,data:data44};
if(vErrors === null){
vErrors = [err90];
}
else {
vErrors.push(err90);
}
errors++;
}
if((typeof data44 == "number") && (isFinite(data44))){
if(data44 > 1000000 || isNaN(data44)){
const err91 = {instancePath:instancePath+"/reservedConcurrency",schemaPath:"#/properties/reservedConcurrency/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000},schema:1000000,parentSchema:schema13.properties.reservedConcurrency,data:data44};
if(vErrors === null){
vErrors = [err91];
}
else {
vErrors.push(err91);
}
errors++;
}
if(data44 < 0 || isNaN(data44)){
const err92 = {instancePath:instancePath+"/reservedConcurrency",schemaPath:"#/properties/reservedConcurrency/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},schema:0,parentSchema:schema13.properties.reservedConcurrency,data:data44};
if(vErrors === null){
vErrors = [err92];
}
else {
vErrors.push(err92);
}
errors++;
}
}
}
if(data.recursion !== undefined){
let data45 = data.recursion;
if((typeof data45 !== "string") && (data45 !== null)){
const err93 = {instancePath:instancePath+"/recursion",schemaPath:"#/properties/recursion/type",keyword:"type",params:{type: schema13.properties.recursion.type},schema:schema13.properties.recursion.type,parentSchema:schema13.properties.recursion,data:data45};
if(vErrors === null){
vErrors = [err93];
}
else {
vErrors.push(err93);
}
errors++;
}
if(!(((data45 === "Allow") || (data45 === "Terminate")) || (data45 === null))){
const err94 = {instancePath:instancePath+"/recursion",schemaPath:"#/properties/recursion/enum",keyword:"enum",params:{allowedValues: schema13.properties.recursion.enum},schema:schema13.properties.recursion.enum,parentSchema:schema13.properties.recursion,data:data45};
if(vErrors === null){
vErrors = [err94];
}
else {
vErrors.push(err94);
}
errors++;
}
}
if(data.codeSigning !== undefined){
let data46 = data.codeSigning;
if((typeof data46 !== "string") && (data46 !== null)){
const err95 = {instancePath:instancePath+"/codeSigning",schemaPath:"#/properties/codeSigning/type",keyword:"type",params:{type: schema13.properties.codeSigning.type},schema:schema13.properties.codeSigning.type,parentSchema:schema13.properties.codeSigning,data:data46};
if(vErrors === null){
vErrors = [err95];
}
else {
vErrors.push(err95);
}
errors++;
}
if(typeof data46 === "string"){
if(!pattern43.test(data46)){
const err96 = {instancePath:instancePath+"/codeSigning",schemaPath:"#/properties/codeSigning/pattern",keyword:"pattern",params:{pattern: "^arn:(aws[a-zA-Z-]*)?:lambda:(eusc-)?[a-z]{2}(-gov|-iso[a-z]?)?-[a-z]+-\\d:\\d{12}:code-signing-config:csc-[a-z0-9]{17}$"},schema:"^arn:(aws[a-zA-Z-]*)?:lambda:(eusc-)?[a-z]{2}(-gov|-iso[a-z]?)?-[a-z]+-\\d:\\d{12}:code-signing-config:csc-[a-z0-9]{17}$",parentSchema:schema13.properties.codeSigning,data:data46};
if(vErrors === null){
vErrors = [err96];
}
else {
vErrors.push(err96);
}
errors++;
}
}
}
if(data.runtimeManagement !== undefined){
if(!(validate61(data.runtimeManagement, {instancePath:instancePath+"/runtimeManagement",parentData:data,parentDataProperty:"runtimeManagement",rootData}))){
vErrors = vErrors === null ? validate61.errors : vErrors.concat(validate61.errors);
errors = vErrors.length;
}
}
if(data.packageType !== undefined){
let data48 = data.packageType;
if(typeof data48 !== "string"){
const err97 = {instancePath:instancePath+"/packageType",schemaPath:"#/properties/packageType/type",keyword:"type",params:{type: "string"},schema:schema13.properties.packageType.type,parentSchema:schema13.properties.packageType,data:data48};
if(vErrors === null){
vErrors = [err97];
}
else {
vErrors.push(err97);
}
errors++;
}
if(!((data48 === "Zip") || (data48 === "Image"))){
const err98 = {instancePath:instancePath+"/packageType",schemaPath:"#/properties/packageType/enum",keyword:"enum",params:{allowedValues: schema13.properties.packageType.enum},schema:schema13.properties.packageType.enum,parentSchema:schema13.properties.packageType,data:data48};
if(vErrors === null){
vErrors = [err98];
}
else {
vErrors.push(err98);
}
errors++;
}
}
if(data.tenancy !== undefined){
let data49 = data.tenancy;
if(typeof data49 !== "string"){
const err99 = {instancePath:instancePath+"/tenancy",schemaPath:"#/properties/tenancy/type",keyword:"type",params:{type: "string"},schema:schema13.properties.tenancy.type,parentSchema:schema13.properties.tenancy,data:data49};
if(vErrors === null){
vErrors = [err99];
}
else {
vErrors.push(err99);
}
errors++;
}
if(!(data49 === "PER_TENANT")){
const err100 = {instancePath:instancePath+"/tenancy",schemaPath:"#/properties/tenancy/enum",keyword:"enum",params:{allowedValues: schema13.properties.tenancy.enum},schema:schema13.properties.tenancy.enum,parentSchema:schema13.properties.tenancy,data:data49};
if(vErrors === null){
vErrors = [err100];
}
else {
vErrors.push(err100);
}
errors++;
}
}
if(data.capacityProvider !== undefined){
let data50 = data.capacityProvider;
if((!(data50 && typeof data50 == "object" && !Array.isArray(data50))) && (data50 !== null)){
const err101 = {instancePath:instancePath+"/capacityProvider",schemaPath:"#/definitions/capacityProvider/type",keyword:"type",params:{type: schema82.type},schema:schema82.type,parentSchema:schema82,data:data50};
if(vErrors === null){
vErrors = [err101];
}
else {
vErrors.push(err101);
}
errors++;
}
if(data50 && typeof data50 == "object" && !Array.isArray(data50)){
for(const key8 in data50){
if(!(((key8 === "arn") || (key8 === "perExecutionEnvironmentMaxConcurrency")) || (key8 === "executionEnvironmentMemoryGiBPerVCpu"))){
const err102 = {instancePath:instancePath+"/capacityProvider",schemaPath:"#/definitions/capacityProvider/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key8},schema:false,parentSchema:schema82,data:data50};
if(vErrors === null){
vErrors = [err102];
}
else {
vErrors.push(err102);
}
errors++;
}
}
if(data50.arn !== undefined){
let data51 = data50.arn;
if(typeof data51 === "string"){
if(func3(data51) > 140){
const err103 = {instancePath:instancePath+"/capacityProvider/arn",schemaPath:"#/definitions/capacityProvider/properties/arn/maxLength",keyword:"maxLength",params:{limit: 140},schema:140,parentSchema:schema82.properties.arn,data:data51};
if(vErrors === null){
vErrors = [err103];
}
else {
vErrors.push(err103);
}
errors++;
}
if(!pattern45.test(data51)){
const err104 = {instancePath:instancePath+"/capacityProvider/arn",schemaPath:"#/definitions/capacityProvider/properties/arn/pattern",keyword:"pattern",params:{pattern: "^arn:aws[a-zA-Z-]*:lambda:(eusc-)?[a-z]{2}(-gov|-iso[a-z]?)?-[a-z]+-\\d:\\d{12}:capacity-provider:[a-zA-Z0-9_-]+$"},schema:"^arn:aws[a-zA-Z-]*:lambda:(eusc-)?[a-z]{2}(-gov|-iso[a-z]?)?-[a-z]+-\\d:\\d{12}:capacity-provider:[a-zA-Z0-9_-]+$",parentSchema:schema82.properties.arn,data:data51};
if(vErrors === null){
vErrors = [err104];
}
else {
vErrors.push(err104);
}
errors++;
}
}
else {
const err105 = {instancePath:instancePath+"/capacityProvider/arn",schemaPath:"#/definitions/capacityProvider/properties/arn/type",keyword:"type",params:{type: "string"},schema:schema82.properties.arn.type,parentSchema:schema82.properties.arn,data:data51};
if(vErrors === null){
vErrors = [err105];
}
else {
vErrors.push(err105);
}
errors++;
}
}
if(data50.perExecutionEnvironmentMaxConcurrency !== undefined){
let data52 = data50.perExecutionEnvironmentMaxConcurrency;
if((!(((typeof data52 == "number") && (!(data52 % 1) && !isNaN(data52))) && (isFinite(data52)))) && (data52 !== null)){
const err106 = {instancePath:instancePath+"/capacityProvider/perExecutionEnvironmentMaxConcurrency",schemaPath:"#/definitions/capacityProvider/properties/perExecutionEnvironmentMaxConcurrency/type",keyword:"type",params:{type: schema82.properties.perExecutionEnvironmentMaxConcurrency.type},schema:schema82.properties.perExecutionEnvironmentMaxConcurrency.type,parentSchema:schema82.properties.perExecutionEnvironmentMaxConcurrency,data:data52};
if(vErrors === null){
vErrors = [err106];
}
else {
vErrors.push(err106);
}
errors++;
}
if((typeof data52 == "number") && (isFinite(data52))){
if(data52 > 1600 || isNaN(data52)){
const err107 = {instancePath:instancePath+"/capacityProvider/perExecutionEnvironmentMaxConcurrency",schemaPath:"#/definitions/capacityProvider/properties/perExecutionEnvironmentMaxConcurrency/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1600},schema:1600,parentSchema:schema82.properties.perExecutionEnvironmentMaxConcurrency,data:data52};
if(vErrors === null){
vErrors = [err107];
}
else {
vErrors.push(err107);
}
errors++;
}
if(data52 < 1 || isNaN(data52)){
const err108 = {instancePath:instancePath+"/capacityProvider/perExecutionEnvironmentMaxConcurrency",schemaPath:"#/definitions/capacityProvider/properties/perExecutionEnvironmentMaxConcurrency/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},schema:1,parentSchema:schema82.properties.perExecutionEnvironmentMaxConcurrency,data:data52};
if(vErrors === null){
vErrors = [err108];
}
else {
vErrors.push(err108);
}
errors++;
}
}
}
if(data50.executionEnvironmentMemoryGiBPerVCpu !== undefined){
let data53 = data50.executionEnvironmentMemoryGiBPerVCpu;
if((!((typeof data53 == "number") && (isFinite(data53)))) && (data53 !== null)){
const err109 = {instancePath:instancePath+"/capacityProvider/executionEnvironmentMemoryGiBPerVCpu",schemaPath:"#/definitions/capacityProvider/properties/executionEnvironmentMemoryGiBPerVCpu/type",keyword:"type",params:{type: schema82.properties.executionEnvironmentMemoryGiBPerVCpu.type},schema:schema82.properties.executionEnvironmentMemoryGiBPerVCpu.type,parentSchema:schema82.properties.executionEnvironmentMemoryGiBPerVCpu,data:data53};
if(vErrors === null){
vErrors = [err109];
}
else {
vErrors.push(err109);
}
errors++;
}
if((typeof data53 == "number") && (isFinite(data53))){
if(data53 > 8 || isNaN(data53)){
const err110 = {instancePath:instancePath+"/capacityProvider/executionEnvironmentMemoryGiBPerVCpu",schemaPath:"#/definitions/capacityProvider/properties/executionEnvironmentMemoryGiBPerVCpu/maximum",keyword:"maximum",params:{comparison: "<=", limit: 8},schema:8,parentSchema:schema82.properties.executionEnvironmentMemoryGiBPerVCpu,data:data53};
if(vErrors === null){
vErrors = [err110];
}
else {
vErrors.push(err110);
}
errors++;
}
if(data53 < 2 || isNaN(data53)){
const err111 = {instancePath:instancePath+"/capacityProvider/executionEnvironmentMemoryGiBPerVCpu",schemaPath:"#/definitions/capacityProvider/properties/executionEnvironmentMemoryGiBPerVCpu/minimum",keyword:"minimum",params:{comparison: ">=", limit: 2},schema:2,parentSchema:schema82.properties.executionEnvironmentMemoryGiBPerVCpu,data:data53};
if(vErrors === null){
vErrors = [err111];
}
else {
vErrors.push(err111);
}
errors++;
}
}
}
}
}
if(data.manage !== undefined){
let data54 = data.manage;
if(typeof data54 !== "string"){
const err112 = {instancePath:instancePath+"/manage",schemaPath:"#/properties/manage/type",keyword:"type",params:{type: "string"},schema:schema13.properties.manage.type,parentSchema:schema13.properties.manage,data:data54};
if(vErrors === null){
vErrors = [err112];
}
else {
vErrors.push(err112);
}
errors++;
}
if(!((data54 === "all") || (data54 === "release"))){
const err113 = {instancePath:instancePath+"/manage",schemaPath:"#/properties/manage/enum",keyword:"enum",params:{allowedValues: schema13.properties.manage.enum},schema:schema13.properties.manage.enum,parentSchema:schema13.properties.manage,data:data54};
if(vErrors === null){
vErrors = [err113];
}
else {
vErrors.push(err113);
}
errors++;
}
}
if(data.alias !== undefined){
let data55 = data.alias;
if(typeof data55 === "string"){
if(!pattern46.test(data55)){
const err114 = {instancePath:instancePath+"/alias",schemaPath:"#/properties/alias/pattern",keyword:"pattern",params:{pattern: "^(?!\\d+$)[a-zA-Z0-9_-]{1,128}$"},schema:"^(?!\\d+$)[a-zA-Z0-9_-]{1,128}$",parentSchema:schema13.properties.alias,data:data55};
if(vErrors === null){
vErrors = [err114];
}
else {
vErrors.push(err114);
}
errors++;
}
}
else {
const err115 = {instancePath:instancePath+"/alias",schemaPath:"#/properties/alias/type",keyword:"type",params:{type: "string"},schema:schema13.properties.alias.type,parentSchema:schema13.properties.alias,data:data55};
if(vErrors === null){
vErrors = [err115];
}
else {
vErrors.push(err115);
}
errors++;
}
}
if(data.alarms !== undefined){
if(!(validate63(data.alarms, {instancePath:instancePath+"/alarms",parentData:data,parentDataProperty:"alarms",rootData}))){
vErrors = vErrors === null ? validate63.errors : vErrors.concat(validate63.errors);
errors = vErrors.length;
}
}
if(data.hooks !== undefined){
if(!(validate73(data.hooks, {instancePath:instancePath+"/hooks",parentData:data,parentDataProperty:"hooks",rootData}))){
vErrors = vErrors === null ? validate73.errors : vErrors.concat(validate73.errors);
errors = vErrors.length;
}
}
if(data.provisionedConcurrency !== undefined){
let data58 = data.provisionedConcurrency;
if((!(((typeof data58 == "number") && (!(data58 % 1) && !isNaN(data58))) && (isFinite(data58)))) && (data58 !== null)){
const err116 = {instancePath:instancePath+"/provisionedConcurrency",schemaPath:"#/properties/provisionedConcurrency/type",keyword:"type",params:{type: schema13.properties.provisionedConcurrency.type},schema:schema13.properties.provisionedConcurrency.type,parentSchema:schema13.properties.provisionedConcurrency,data:data58};
if(vErrors === null){
vErrors = [err116];
}
else {
vErrors.push(err116);
}
errors++;
}
if((typeof data58 == "number") && (isFinite(data58))){
if(data58 > 1000000 || isNaN(data58)){
const err117 = {instancePath:instancePath+"/provisionedConcurrency",schemaPath:"#/properties/provisionedConcurrency/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000},schema:1000000,parentSchema:schema13.properties.provisionedConcurrency,data:data58};
if(vErrors === null){
vErrors = [err117];
}
else {
vErrors.push(err117);
}
errors++;
}
if(data58 < 1 || isNaN(data58)){
const err118 = {instancePath:instancePath+"/provisionedConcurrency",schemaPath:"#/properties/provisionedConcurrency/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},schema:1,parentSchema:schema13.properties.provisionedConcurrency,data:data58};
if(vErrors === null){
vErrors = [err118];
}
else {
vErrors.push(err118);
}
errors++;
}
}
}
if(data.keepVersions !== undefined){
let data59 = data.keepVersions;
if((!(((typeof data59 == "number") && (!(data59 % 1) && !isNaN(data59))) && (isFinite(data59)))) && (data59 !== null)){
const err119 = {instancePath:instancePath+"/keepVersions",schemaPath:"#/properties/keepVersions/type",keyword:"type",params:{type: schema13.properties.keepVersions.type},schema:schema13.properties.keepVersions.type,parentSchema:schema13.properties.keepVersions,data:data59};
if(vErrors === null){
vErrors = [err119];
}
else {
vErrors.push(err119);
}
errors++;
}
if((typeof data59 == "number") && (isFinite(data59))){
if(data59 > 1000 || isNaN(data59)){
const err120 = {instancePath:instancePath+"/keepVersions",schemaPath:"#/properties/keepVersions/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000},schema:1000,parentSchema:schema13.properties.keepVersions,data:data59};
if(vErrors === null){
vErrors = [err120];
}
else {
vErrors.push(err120);
}
errors++;
}
if(data59 < 1 || isNaN(data59)){
const err121 = {instancePath:instancePath+"/keepVersions",schemaPath:"#/properties/keepVersions/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},schema:1,parentSchema:schema13.properties.keepVersions,data:data59};
if(vErrors === null){
vErrors = [err121];
}
else {
vErrors.push(err121);
}
errors++;
}
}
}
if(data.testEvents !== undefined){
let data60 = data.testEvents;
if(typeof data60 === "string"){
if(func3(data60) > 1024){
const err122 = {instancePath:instancePath+"/testEvents",schemaPath:"#/properties/testEvents/maxLength",keyword:"maxLength",params:{limit: 1024},schema:1024,parentSchema:schema13.properties.testEvents,data:data60};
if(vErrors === null){
vErrors = [err122];
}
else {
vErrors.push(err122);
}
errors++;
}
if(func3(data60) < 1){
const err123 = {instancePath:instancePath+"/testEvents",schemaPath:"#/properties/testEvents/minLength",keyword:"minLength",params:{limit: 1},schema:1,parentSchema:schema13.properties.testEvents,data:data60};
if(vErrors === null){
vErrors = [err123];
}
else {
vErrors.push(err123);
}
errors++;
}
}
else {
const err124 = {instancePath:instancePath+"/testEvents",schemaPath:"#/properties/testEvents/type",keyword:"type",params:{type: "string"},schema:schema13.properties.testEvents.type,parentSchema:schema13.properties.testEvents,data:data60};
if(vErrors === null){
vErrors = [err124];
}
else {
vErrors.push(err124);
}
errors++;
}
}
if(data.rollout !== undefined){
let data61 = data.rollout;
if(typeof data61 === "string"){
if(func3(data61) > 64){
const err125 = {instancePath:instancePath+"/rollout",schemaPath:"#/definitions/rolloutName/maxLength",keyword:"maxLength",params:{limit: 64},schema:64,parentSchema:schema124,data:data61};
if(vErrors === null){
vErrors = [err125];
}
else {
vErrors.push(err125);
}
errors++;
}
if(func3(data61) < 1){
const err126 = {instancePath:instancePath+"/rollout",schemaPath:"#/definitions/rolloutName/minLength",keyword:"minLength",params:{limit: 1},schema:1,parentSchema:schema124,data:data61};
if(vErrors === null){
vErrors = [err126];
}
else {
vErrors.push(err126);
}
errors++;
}
}
else {
const err127 = {instancePath:instancePath+"/rollout",schemaPath:"#/definitions/rolloutName/type",keyword:"type",params:{type: "string"},schema:schema124.type,parentSchema:schema124,data:data61};
if(vErrors === null){
vErrors = [err127];
}
else {
vErrors.push(err127);
}
errors++;
}
}
}
else {
const err128 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema13.type,parentSchema:schema13,data};
if(vErrors === null){
vErrors = [err128];
}
else {
vErrors.push(err128);
}
errors++;
}
validate11.errors = vErrors;
return errors === 0;
}

const schema126 = {"title":"Stage","description":"What is different in one stage: laid over the rest of the file when `--stage` names it.","type":"object","additionalProperties":false,"examples":[{"account":"123456789012","protected":true,"defaults":{"memorySize":512}}],"properties":{"protected":{"description":"Asks for `--confirm` with the stage's name, and for `--reason` where nothing watches.","type":"boolean","default":false,"examples":[true],"$comment":"stage.protected"},"region":{"description":"The AWS region. Without it, --region or AWS_REGION decides.","type":"string","pattern":"^(eusc-)?[a-z]{2}(-gov|-iso[a-z]?)?-[a-z]{1,20}-\\d$","examples":["eu-west-1"],"$comment":"stage.region"},"account":{"description":"The AWS account, 12 digits in quotes; a release in any other account is refused.","type":"string","pattern":"^\\d{12}$","examples":["123456789012"],"$comment":"stage.account"},"profile":{"description":"The profile of the AWS configuration whose credentials are used.","type":"string","pattern":"^[^\\u0000-\\u001f\\[\\]]{1,128}$","examples":["orders-prod"],"$comment":"stage.profile"},"assumeRole":{"$ref":"#/definitions/assumeRole"},"allowEnv":{"description":"The variables of your environment that `${env:NAME}` may read.","type":"array","uniqueItems":true,"items":{"description":"Name of a variable of your environment.","type":"string","pattern":"^[a-zA-Z_][a-zA-Z0-9_]{0,127}$","examples":["BUILD_NUMBER"],"$comment":"envName"},"examples":[["BUILD_NUMBER"]],"$comment":"stage.allowEnv"},"defaults":{"$ref":"#/definitions/defaults"},"functions":{"description":"The functions by key, the word for them in this file and on the command line.","type":"object","propertyNames":{"$ref":"#/definitions/functionKey"},"additionalProperties":{"$ref":"#/definitions/function"},"examples":[{"api":{"code":"dist/api","handler":"index.handler"}}],"$comment":"stage.functions"},"layers":{"description":"The layers of this project by key, the word for them in `layers` of a function.","type":"object","propertyNames":{"$ref":"#/definitions/layerKey"},"additionalProperties":{"$ref":"#/definitions/layer"},"examples":[{"shared":{"code":"layers/shared","runtimes":["nodejs24.x"]}}],"$comment":"stage.layers"},"artifacts":{"$ref":"#/definitions/artifacts"},"rollout":{"$ref":"#/definitions/rolloutName","description":"The rollout of every function that does not name its own.","examples":["careful"]},"rollouts":{"description":"Rollouts by name.","type":"object","propertyNames":{"$ref":"#/definitions/rolloutKey"},"additionalProperties":{"$ref":"#/definitions/rollout"},"examples":[{"careful":{"canary":"10%","bake":"10m"}}],"$comment":"stage.rollouts"},"guard":{"$ref":"#/definitions/guard"},"alarms":{"$ref":"#/definitions/alarms","description":"Alarms that hold for all functions, in addition to their own.","examples":[["orders-burn-rate"]]},"rollbackScope":{"description":"What goes back together: every function of the release, or each by itself.","type":"string","enum":["release","function"],"default":"release","examples":["function"],"$comment":"stage.rollbackScope"},"holdFor":{"$ref":"#/definitions/duration","description":"How long a release that stopped at `--until` is kept for whoever approves it.","default":"2h","examples":["8h"]},"journal":{"description":"Where events of releases are kept for a team, beside this machine: `s3://bucket/prefix`. `null`: nowhere else.","type":["string","null"],"maxLength":1024,"pattern":"^s3://[a-z0-9][a-z0-9.-]{1,61}[a-z0-9](/[^\\u0000-\\u001f]*)?$","examples":["s3://orders-releases/journal"],"$comment":"stage.journal"},"notifications":{"$ref":"#/definitions/notifications"}},"$comment":"stage"};
const schema127 = {"title":"Assume role","description":"The role that shipit works in, by its ARN, or with the external id that it asks for.","examples":["arn:aws:iam::123456789012:role/deployer",{"arn":"arn:aws:iam::123456789012:role/deployer","externalId":"orders-2026"}],"anyOf":[{"$ref":"#/definitions/roleArn"},{"$ref":"#/definitions/assumedRole"}],"$comment":"assumeRole","branches":{"roleArn":null,"assumedRole":["arn","externalId"]}};
const schema129 = {"title":"Assumed role","description":"A role and the external id that its trust policy asks for.","type":"object","required":["arn"],"additionalProperties":false,"examples":[{"arn":"arn:aws:iam::123456789012:role/deployer","externalId":"orders-2026"}],"properties":{"arn":{"$ref":"#/definitions/roleArn","description":"ARN of the role.","examples":["arn:aws:iam::123456789012:role/deployer"]},"externalId":{"description":"The external id, 2 to 1224 characters.","type":["string","null"],"pattern":"^[\\w+=,.@:/-]{2,1224}$","examples":["orders-2026"],"$comment":"assumedRole.externalId"}},"$comment":"assumedRole"};
const pattern68 = new RegExp("^[\\w+=,.@:/-]{2,1224}$", "u");

function validate99(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.arn === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "arn"},schema:schema129.required,parentSchema:schema129,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!((key0 === "arn") || (key0 === "externalId"))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema129,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.arn !== undefined){
let data0 = data.arn;
if(typeof data0 === "string"){
if(!pattern21.test(data0)){
const err2 = {instancePath:instancePath+"/arn",schemaPath:"#/definitions/roleArn/pattern",keyword:"pattern",params:{pattern: "^arn:(aws[a-zA-Z-]*)?:iam::\\d{12}:role/[a-zA-Z_0-9+=,.@/-]{1,512}$"},schema:"^arn:(aws[a-zA-Z-]*)?:iam::\\d{12}:role/[a-zA-Z_0-9+=,.@/-]{1,512}$",parentSchema:schema58,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
else {
const err3 = {instancePath:instancePath+"/arn",schemaPath:"#/definitions/roleArn/type",keyword:"type",params:{type: "string"},schema:schema58.type,parentSchema:schema58,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.externalId !== undefined){
let data1 = data.externalId;
if((typeof data1 !== "string") && (data1 !== null)){
const err4 = {instancePath:instancePath+"/externalId",schemaPath:"#/properties/externalId/type",keyword:"type",params:{type: schema129.properties.externalId.type},schema:schema129.properties.externalId.type,parentSchema:schema129.properties.externalId,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(typeof data1 === "string"){
if(!pattern68.test(data1)){
const err5 = {instancePath:instancePath+"/externalId",schemaPath:"#/properties/externalId/pattern",keyword:"pattern",params:{pattern: "^[\\w+=,.@:/-]{2,1224}$"},schema:"^[\\w+=,.@:/-]{2,1224}$",parentSchema:schema129.properties.externalId,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
}
}
else {
const err6 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema129.type,parentSchema:schema129,data};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
validate99.errors = vErrors;
return errors === 0;
}


function validate98(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
const _errs1 = errors;
let valid0 = false;
const _errs2 = errors;
if(typeof data === "string"){
if(!pattern21.test(data)){
const err0 = {instancePath,schemaPath:"#/definitions/roleArn/pattern",keyword:"pattern",params:{pattern: "^arn:(aws[a-zA-Z-]*)?:iam::\\d{12}:role/[a-zA-Z_0-9+=,.@/-]{1,512}$"},schema:"^arn:(aws[a-zA-Z-]*)?:iam::\\d{12}:role/[a-zA-Z_0-9+=,.@/-]{1,512}$",parentSchema:schema58,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
else {
const err1 = {instancePath,schemaPath:"#/definitions/roleArn/type",keyword:"type",params:{type: "string"},schema:schema58.type,parentSchema:schema58,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
var _valid0 = _errs2 === errors;
valid0 = valid0 || _valid0;
if(!valid0){
const _errs6 = errors;
if(!(validate99(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validate99.errors : vErrors.concat(validate99.errors);
errors = vErrors.length;
}
var _valid0 = _errs6 === errors;
valid0 = valid0 || _valid0;
}
if(!valid0){
const err2 = {instancePath,schemaPath:"#/anyOf",keyword:"anyOf",params:{},schema:schema127.anyOf,parentSchema:schema127,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
else {
errors = _errs1;
if(vErrors !== null){
if(_errs1){
vErrors.length = _errs1;
}
else {
vErrors = null;
}
}
}
validate98.errors = vErrors;
return errors === 0;
}

const schema131 = {"title":"Defaults","description":"Laid under every function: maps are merged by key, lists and single values are replaced.","type":"object","additionalProperties":false,"examples":[{"runtime":"nodejs24.x","memorySize":256,"alias":"live"}],"properties":{"code":{"$ref":"#/definitions/code"},"build":{"$ref":"#/definitions/build"},"image":{"$ref":"#/definitions/image"},"ecr":{"$ref":"#/definitions/ecr"},"handler":{"description":"File and function that Lambda calls, in the form of the runtime.","type":"string","pattern":"^[^\\s]{1,128}$","examples":["index.handler"],"$comment":"defaults.handler"},"runtime":{"$ref":"#/definitions/runtime"},"architecture":{"description":"The processor that the code is made for. `null`: x86_64.","type":["string","null"],"enum":["x86_64","arm64",null],"examples":["arm64"],"$comment":"defaults.architecture"},"memorySize":{"description":"Memory in MB, 128 to 10240, with a capacity provider up to 32768. `null`: 128.","type":["integer","null"],"minimum":128,"maximum":32768,"examples":[256],"$comment":"defaults.memorySize"},"timeout":{"description":"How long one request may take: whole seconds, 1s to 900s (15m), with a capacity provider up to 5400s. `null`: 3s.","type":["string","null"],"pattern":"^(?=.)(\\d{1,4}h)?(\\d{1,5}m(?!s))?(\\d{1,6}s)?(\\d{1,7}ms)?$","examples":["10s","2m"],"$comment":"defaults.timeout"},"ephemeralStorage":{"description":"Room in /tmp in MB, 512 to 10240, with a capacity provider up to 32768. `null`: 512.","type":["integer","null"],"minimum":512,"maximum":32768,"examples":[1024],"$comment":"defaults.ephemeralStorage"},"environment":{"description":"Environment variables; values are strings, 4 KB for all. What is declared here replaces what the function has. `null`: none.","type":["object","null"],"propertyNames":{"$ref":"#/definitions/environmentKey"},"additionalProperties":{"$ref":"#/definitions/environmentValue"},"examples":[{"TABLE":"orders","TOKEN":"${secret:orders/api#token}"}],"$comment":"defaults.environment"},"plainSecrets":{"description":"Environment variables whose values look like secrets and may stand in the file all the same.","type":"array","uniqueItems":true,"items":{"description":"Name of an environment variable, at least two characters.","type":"string","pattern":"^[a-zA-Z][a-zA-Z0-9_]+$","examples":["TABLE"],"$comment":"environmentKey"},"examples":[["TEST_KEY"]],"$comment":"defaults.plainSecrets"},"role":{"$ref":"#/definitions/role"},"description":{"description":"What the function is for, up to 256 characters. `null`: empty.","type":["string","null"],"maxLength":256,"examples":["Takes orders over HTTP"],"$comment":"defaults.description"},"layers":{"description":"Up to five layers in their order: keys of `layers`, or ARNs of layer versions. `null`: none.","type":["array","null"],"maxItems":5,"uniqueItems":true,"items":{"description":"A key of `layers`, or the ARN of a layer version.","type":"string","maxLength":2048,"pattern":"^([a-zA-Z0-9][a-zA-Z0-9_-]{0,63}|arn:(aws[a-zA-Z-]*)?:lambda:(eusc-)?[a-z]{2}(-gov|-iso[a-z]?)?-[a-z]+-\\d:\\d{12}:layer:[a-zA-Z0-9_-]{1,140}:\\d{1,19}|arn:[a-zA-Z0-9-]+:lambda:::awslayer:[a-zA-Z0-9_-]+)$","examples":["shared"],"$comment":"layerUse"},"examples":[["shared","arn:aws:lambda:eu-west-1:123456789012:layer:tools:4"]],"$comment":"defaults.layers"},"vpc":{"$ref":"#/definitions/vpc"},"fileSystem":{"$ref":"#/definitions/fileSystem"},"deadLetterQueue":{"description":"ARN of the queue or topic for asynchronous requests that failed for good. `null`: none.","type":["string","null"],"pattern":"^arn:aws[a-zA-Z-]*:(sqs|sns):(eusc-)?[a-z]{2}(-gov|-iso[a-z]?)?-[a-z]+-\\d:\\d{12}:[a-zA-Z0-9_-]{1,256}(\\.fifo)?$","examples":["arn:aws:sqs:eu-west-1:123456789012:orders-failed"],"$comment":"defaults.deadLetterQueue"},"kmsKey":{"$ref":"#/definitions/kmsKey","description":"ARN of the key that encrypts the environment. `null`: a key of AWS.","examples":["arn:aws:kms:eu-west-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab"]},"tracing":{"description":"Whether X-Ray traces requests by itself. `null`: PassThrough.","type":["string","null"],"enum":["Active","PassThrough",null],"examples":["Active"],"$comment":"defaults.tracing"},"snapStart":{"description":"Whether versions start from a snapshot. `null`: None.","type":["string","null"],"enum":["PublishedVersions","None",null],"examples":["PublishedVersions"],"$comment":"defaults.snapStart"},"logging":{"$ref":"#/definitions/logging"},"imageConfig":{"$ref":"#/definitions/imageConfig"},"durable":{"$ref":"#/definitions/durable"},"tags":{"description":"Tags of the function, at most 47, because AWS takes 50 and shipit has three of its own; those of AWS (`aws:`) and of shipit (`shipit:`) are not declared. `null`: none.","type":["object","null"],"maxProperties":47,"propertyNames":{"$ref":"#/definitions/tagKey"},"additionalProperties":{"$ref":"#/definitions/tagValue"},"examples":[{"team":"orders"}],"$comment":"defaults.tags"},"reservedConcurrency":{"description":"How many requests may run at once, kept back for this function; 0 stops it. `null`: it shares what the account has.","type":["integer","null"],"minimum":0,"maximum":1000000,"examples":[50],"$comment":"defaults.reservedConcurrency"},"recursion":{"description":"What Lambda does about a function that calls itself in a loop. `null`: Terminate.","type":["string","null"],"enum":["Allow","Terminate",null],"examples":["Terminate"],"$comment":"defaults.recursion"},"codeSigning":{"description":"ARN of a code signing configuration. `null`: none.","type":["string","null"],"pattern":"^arn:(aws[a-zA-Z-]*)?:lambda:(eusc-)?[a-z]{2}(-gov|-iso[a-z]?)?-[a-z]+-\\d:\\d{12}:code-signing-config:csc-[a-z0-9]{17}$","examples":["arn:aws:lambda:eu-west-1:123456789012:code-signing-config:csc-0123456789abcdef0"],"$comment":"defaults.codeSigning"},"runtimeManagement":{"$ref":"#/definitions/runtimeManagement"},"packageType":{"description":"Zip or Image; it follows from `code` and `image`, and never changes once the function is there.","type":"string","enum":["Zip","Image"],"examples":["Zip"],"$comment":"defaults.packageType"},"tenancy":{"description":"Keeps the execution environments of tenants apart. Only when the function is made.","type":"string","enum":["PER_TENANT"],"examples":["PER_TENANT"],"$comment":"defaults.tenancy"},"capacityProvider":{"$ref":"#/definitions/capacityProvider"},"manage":{"description":"With `release`, shipit moves code, version and alias alone; the settings belong to CDK, Terraform or SAM.","type":"string","enum":["all","release"],"default":"all","examples":["release"],"$comment":"defaults.manage"},"alias":{"description":"The alias that callers use and that is moved.","type":"string","pattern":"^(?!\\d+$)[a-zA-Z0-9_-]{1,128}$","default":"live","examples":["live"],"$comment":"defaults.alias"},"alarms":{"$ref":"#/definitions/alarms"},"hooks":{"$ref":"#/definitions/hooks"},"provisionedConcurrency":{"description":"How many execution environments are kept ready for the version that is served; they move with the traffic. `null`: none.","type":["integer","null"],"minimum":1,"maximum":1000000,"examples":[10],"$comment":"defaults.provisionedConcurrency"},"keepVersions":{"description":"How many versions stay after a release, the newest first, beside those that are in use. `null`: all of them.","type":["integer","null"],"minimum":1,"maximum":1000,"default":5,"examples":[10],"$comment":"defaults.keepVersions"},"testEvents":{"description":"Sample events, a glob of JSON files: for the smoke test and for local traffic.","type":"string","minLength":1,"maxLength":1024,"examples":["events/api/*.json"],"$comment":"defaults.testEvents"},"rollout":{"$ref":"#/definitions/rolloutName"}},"$comment":"defaults"};

function validate102(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(func2.call(schema131.properties, key0))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema131,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.code !== undefined){
if(!(validate12(data.code, {instancePath:instancePath+"/code",parentData:data,parentDataProperty:"code",rootData}))){
vErrors = vErrors === null ? validate12.errors : vErrors.concat(validate12.errors);
errors = vErrors.length;
}
}
if(data.build !== undefined){
if(!(validate26(data.build, {instancePath:instancePath+"/build",parentData:data,parentDataProperty:"build",rootData}))){
vErrors = vErrors === null ? validate26.errors : vErrors.concat(validate26.errors);
errors = vErrors.length;
}
}
if(data.image !== undefined){
if(!(validate35(data.image, {instancePath:instancePath+"/image",parentData:data,parentDataProperty:"image",rootData}))){
vErrors = vErrors === null ? validate35.errors : vErrors.concat(validate35.errors);
errors = vErrors.length;
}
}
if(data.ecr !== undefined){
let data3 = data.ecr;
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
for(const key1 in data3){
if(!((((key1 === "repository") || (key1 === "create")) || (key1 === "failOn")) || (key1 === "keep"))){
const err1 = {instancePath:instancePath+"/ecr",schemaPath:"#/definitions/ecr/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},schema:false,parentSchema:schema53,data:data3};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data3.repository !== undefined){
let data4 = data3.repository;
if(typeof data4 === "string"){
if(func3(data4) > 512){
const err2 = {instancePath:instancePath+"/ecr/repository",schemaPath:"#/definitions/ecr/properties/repository/maxLength",keyword:"maxLength",params:{limit: 512},schema:512,parentSchema:schema53.properties.repository,data:data4};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(!pattern15.test(data4)){
const err3 = {instancePath:instancePath+"/ecr/repository",schemaPath:"#/definitions/ecr/properties/repository/pattern",keyword:"pattern",params:{pattern: "^(arn:aws[a-zA-Z-]*:ecr:(eusc-)?[a-z]{2}(-gov|-iso[a-z]?)?-[a-z]+-\\d:\\d{12}:repository/)?(?=.{2,256}$)[a-z0-9]+([._-][a-z0-9]+)*(/[a-z0-9]+([._-][a-z0-9]+)*)*$"},schema:"^(arn:aws[a-zA-Z-]*:ecr:(eusc-)?[a-z]{2}(-gov|-iso[a-z]?)?-[a-z]+-\\d:\\d{12}:repository/)?(?=.{2,256}$)[a-z0-9]+([._-][a-z0-9]+)*(/[a-z0-9]+([._-][a-z0-9]+)*)*$",parentSchema:schema53.properties.repository,data:data4};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
else {
const err4 = {instancePath:instancePath+"/ecr/repository",schemaPath:"#/definitions/ecr/properties/repository/type",keyword:"type",params:{type: "string"},schema:schema53.properties.repository.type,parentSchema:schema53.properties.repository,data:data4};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data3.create !== undefined){
let data5 = data3.create;
if(typeof data5 !== "boolean"){
const err5 = {instancePath:instancePath+"/ecr/create",schemaPath:"#/definitions/ecr/properties/create/type",keyword:"type",params:{type: "boolean"},schema:schema53.properties.create.type,parentSchema:schema53.properties.create,data:data5};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data3.failOn !== undefined){
let data6 = data3.failOn;
if((typeof data6 !== "string") && (data6 !== null)){
const err6 = {instancePath:instancePath+"/ecr/failOn",schemaPath:"#/definitions/ecr/properties/failOn/type",keyword:"type",params:{type: schema53.properties.failOn.type},schema:schema53.properties.failOn.type,parentSchema:schema53.properties.failOn,data:data6};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(!(((((data6 === "CRITICAL") || (data6 === "HIGH")) || (data6 === "MEDIUM")) || (data6 === "LOW")) || (data6 === null))){
const err7 = {instancePath:instancePath+"/ecr/failOn",schemaPath:"#/definitions/ecr/properties/failOn/enum",keyword:"enum",params:{allowedValues: schema53.properties.failOn.enum},schema:schema53.properties.failOn.enum,parentSchema:schema53.properties.failOn,data:data6};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data3.keep !== undefined){
let data7 = data3.keep;
if((!(((typeof data7 == "number") && (!(data7 % 1) && !isNaN(data7))) && (isFinite(data7)))) && (data7 !== null)){
const err8 = {instancePath:instancePath+"/ecr/keep",schemaPath:"#/definitions/ecr/properties/keep/type",keyword:"type",params:{type: schema53.properties.keep.type},schema:schema53.properties.keep.type,parentSchema:schema53.properties.keep,data:data7};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
if((typeof data7 == "number") && (isFinite(data7))){
if(data7 > 100000 || isNaN(data7)){
const err9 = {instancePath:instancePath+"/ecr/keep",schemaPath:"#/definitions/ecr/properties/keep/maximum",keyword:"maximum",params:{comparison: "<=", limit: 100000},schema:100000,parentSchema:schema53.properties.keep,data:data7};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
if(data7 < 1 || isNaN(data7)){
const err10 = {instancePath:instancePath+"/ecr/keep",schemaPath:"#/definitions/ecr/properties/keep/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},schema:1,parentSchema:schema53.properties.keep,data:data7};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
}
}
else {
const err11 = {instancePath:instancePath+"/ecr",schemaPath:"#/definitions/ecr/type",keyword:"type",params:{type: "object"},schema:schema53.type,parentSchema:schema53,data:data3};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data.handler !== undefined){
let data8 = data.handler;
if(typeof data8 === "string"){
if(!pattern16.test(data8)){
const err12 = {instancePath:instancePath+"/handler",schemaPath:"#/properties/handler/pattern",keyword:"pattern",params:{pattern: "^[^\\s]{1,128}$"},schema:"^[^\\s]{1,128}$",parentSchema:schema131.properties.handler,data:data8};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
else {
const err13 = {instancePath:instancePath+"/handler",schemaPath:"#/properties/handler/type",keyword:"type",params:{type: "string"},schema:schema131.properties.handler.type,parentSchema:schema131.properties.handler,data:data8};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data.runtime !== undefined){
let data9 = data.runtime;
if(typeof data9 === "string"){
if(!pattern17.test(data9)){
const err14 = {instancePath:instancePath+"/runtime",schemaPath:"#/definitions/runtime/pattern",keyword:"pattern",params:{pattern: "^[a-z][a-z0-9.]{1,63}$"},schema:"^[a-z][a-z0-9.]{1,63}$",parentSchema:schema54,data:data9};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
else {
const err15 = {instancePath:instancePath+"/runtime",schemaPath:"#/definitions/runtime/type",keyword:"type",params:{type: "string"},schema:schema54.type,parentSchema:schema54,data:data9};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data.architecture !== undefined){
let data10 = data.architecture;
if((typeof data10 !== "string") && (data10 !== null)){
const err16 = {instancePath:instancePath+"/architecture",schemaPath:"#/properties/architecture/type",keyword:"type",params:{type: schema131.properties.architecture.type},schema:schema131.properties.architecture.type,parentSchema:schema131.properties.architecture,data:data10};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
if(!(((data10 === "x86_64") || (data10 === "arm64")) || (data10 === null))){
const err17 = {instancePath:instancePath+"/architecture",schemaPath:"#/properties/architecture/enum",keyword:"enum",params:{allowedValues: schema131.properties.architecture.enum},schema:schema131.properties.architecture.enum,parentSchema:schema131.properties.architecture,data:data10};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data.memorySize !== undefined){
let data11 = data.memorySize;
if((!(((typeof data11 == "number") && (!(data11 % 1) && !isNaN(data11))) && (isFinite(data11)))) && (data11 !== null)){
const err18 = {instancePath:instancePath+"/memorySize",schemaPath:"#/properties/memorySize/type",keyword:"type",params:{type: schema131.properties.memorySize.type},schema:schema131.properties.memorySize.type,parentSchema:schema131.properties.memorySize,data:data11};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
if((typeof data11 == "number") && (isFinite(data11))){
if(data11 > 32768 || isNaN(data11)){
const err19 = {instancePath:instancePath+"/memorySize",schemaPath:"#/properties/memorySize/maximum",keyword:"maximum",params:{comparison: "<=", limit: 32768},schema:32768,parentSchema:schema131.properties.memorySize,data:data11};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
if(data11 < 128 || isNaN(data11)){
const err20 = {instancePath:instancePath+"/memorySize",schemaPath:"#/properties/memorySize/minimum",keyword:"minimum",params:{comparison: ">=", limit: 128},schema:128,parentSchema:schema131.properties.memorySize,data:data11};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
}
if(data.timeout !== undefined){
let data12 = data.timeout;
if((typeof data12 !== "string") && (data12 !== null)){
const err21 = {instancePath:instancePath+"/timeout",schemaPath:"#/properties/timeout/type",keyword:"type",params:{type: schema131.properties.timeout.type},schema:schema131.properties.timeout.type,parentSchema:schema131.properties.timeout,data:data12};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
if(typeof data12 === "string"){
if(!pattern6.test(data12)){
const err22 = {instancePath:instancePath+"/timeout",schemaPath:"#/properties/timeout/pattern",keyword:"pattern",params:{pattern: "^(?=.)(\\d{1,4}h)?(\\d{1,5}m(?!s))?(\\d{1,6}s)?(\\d{1,7}ms)?$"},schema:"^(?=.)(\\d{1,4}h)?(\\d{1,5}m(?!s))?(\\d{1,6}s)?(\\d{1,7}ms)?$",parentSchema:schema131.properties.timeout,data:data12};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
}
if(data.ephemeralStorage !== undefined){
let data13 = data.ephemeralStorage;
if((!(((typeof data13 == "number") && (!(data13 % 1) && !isNaN(data13))) && (isFinite(data13)))) && (data13 !== null)){
const err23 = {instancePath:instancePath+"/ephemeralStorage",schemaPath:"#/properties/ephemeralStorage/type",keyword:"type",params:{type: schema131.properties.ephemeralStorage.type},schema:schema131.properties.ephemeralStorage.type,parentSchema:schema131.properties.ephemeralStorage,data:data13};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
if((typeof data13 == "number") && (isFinite(data13))){
if(data13 > 32768 || isNaN(data13)){
const err24 = {instancePath:instancePath+"/ephemeralStorage",schemaPath:"#/properties/ephemeralStorage/maximum",keyword:"maximum",params:{comparison: "<=", limit: 32768},schema:32768,parentSchema:schema131.properties.ephemeralStorage,data:data13};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
if(data13 < 512 || isNaN(data13)){
const err25 = {instancePath:instancePath+"/ephemeralStorage",schemaPath:"#/properties/ephemeralStorage/minimum",keyword:"minimum",params:{comparison: ">=", limit: 512},schema:512,parentSchema:schema131.properties.ephemeralStorage,data:data13};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
}
if(data.environment !== undefined){
let data14 = data.environment;
if((!(data14 && typeof data14 == "object" && !Array.isArray(data14))) && (data14 !== null)){
const err26 = {instancePath:instancePath+"/environment",schemaPath:"#/properties/environment/type",keyword:"type",params:{type: schema131.properties.environment.type},schema:schema131.properties.environment.type,parentSchema:schema131.properties.environment,data:data14};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
if(data14 && typeof data14 == "object" && !Array.isArray(data14)){
for(const key2 in data14){
const _errs45 = errors;
if(typeof key2 === "string"){
if(!pattern19.test(key2)){
const err27 = {instancePath:instancePath+"/environment",schemaPath:"#/definitions/environmentKey/pattern",keyword:"pattern",params:{pattern: "^[a-zA-Z][a-zA-Z0-9_]+$"},schema:"^[a-zA-Z][a-zA-Z0-9_]+$",parentSchema:schema55,data:key2,propertyName:key2};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
else {
const err28 = {instancePath:instancePath+"/environment",schemaPath:"#/definitions/environmentKey/type",keyword:"type",params:{type: "string"},schema:schema55.type,parentSchema:schema55,data:key2,propertyName:key2};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
var valid4 = _errs45 === errors;
if(!valid4){
const err29 = {instancePath:instancePath+"/environment",schemaPath:"#/properties/environment/propertyNames",keyword:"propertyNames",params:{propertyName: key2},schema:schema131.properties.environment.propertyNames,parentSchema:schema131.properties.environment,data:data14};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
for(const key3 in data14){
let data15 = data14[key3];
if(typeof data15 !== "string"){
const err30 = {instancePath:instancePath+"/environment/" + key3.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/environmentValue/type",keyword:"type",params:{type: "string"},schema:schema56.type,parentSchema:schema56,data:data15};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
}
}
if(data.plainSecrets !== undefined){
let data16 = data.plainSecrets;
if(Array.isArray(data16)){
const len0 = data16.length;
for(let i0=0; i0<len0; i0++){
let data17 = data16[i0];
if(typeof data17 === "string"){
if(!pattern19.test(data17)){
const err31 = {instancePath:instancePath+"/plainSecrets/" + i0,schemaPath:"#/properties/plainSecrets/items/pattern",keyword:"pattern",params:{pattern: "^[a-zA-Z][a-zA-Z0-9_]+$"},schema:"^[a-zA-Z][a-zA-Z0-9_]+$",parentSchema:schema131.properties.plainSecrets.items,data:data17};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
else {
const err32 = {instancePath:instancePath+"/plainSecrets/" + i0,schemaPath:"#/properties/plainSecrets/items/type",keyword:"type",params:{type: "string"},schema:schema131.properties.plainSecrets.items.type,parentSchema:schema131.properties.plainSecrets.items,data:data17};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
let i1 = data16.length;
let j0;
if(i1 > 1){
const indices0 = {};
for(;i1--;){
let item0 = data16[i1];
if(typeof item0 !== "string"){
continue;
}
if(typeof indices0[item0] == "number"){
j0 = indices0[item0];
const err33 = {instancePath:instancePath+"/plainSecrets",schemaPath:"#/properties/plainSecrets/uniqueItems",keyword:"uniqueItems",params:{i: i1, j: j0},schema:true,parentSchema:schema131.properties.plainSecrets,data:data16};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
break;
}
indices0[item0] = i1;
}
}
}
else {
const err34 = {instancePath:instancePath+"/plainSecrets",schemaPath:"#/properties/plainSecrets/type",keyword:"type",params:{type: "array"},schema:schema131.properties.plainSecrets.type,parentSchema:schema131.properties.plainSecrets,data:data16};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
if(data.role !== undefined){
if(!(validate43(data.role, {instancePath:instancePath+"/role",parentData:data,parentDataProperty:"role",rootData}))){
vErrors = vErrors === null ? validate43.errors : vErrors.concat(validate43.errors);
errors = vErrors.length;
}
}
if(data.description !== undefined){
let data19 = data.description;
if((typeof data19 !== "string") && (data19 !== null)){
const err35 = {instancePath:instancePath+"/description",schemaPath:"#/properties/description/type",keyword:"type",params:{type: schema131.properties.description.type},schema:schema131.properties.description.type,parentSchema:schema131.properties.description,data:data19};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
if(typeof data19 === "string"){
if(func3(data19) > 256){
const err36 = {instancePath:instancePath+"/description",schemaPath:"#/properties/description/maxLength",keyword:"maxLength",params:{limit: 256},schema:256,parentSchema:schema131.properties.description,data:data19};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
}
}
if(data.layers !== undefined){
let data20 = data.layers;
if((!(Array.isArray(data20))) && (data20 !== null)){
const err37 = {instancePath:instancePath+"/layers",schemaPath:"#/properties/layers/type",keyword:"type",params:{type: schema131.properties.layers.type},schema:schema131.properties.layers.type,parentSchema:schema131.properties.layers,data:data20};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
if(Array.isArray(data20)){
if(data20.length > 5){
const err38 = {instancePath:instancePath+"/layers",schemaPath:"#/properties/layers/maxItems",keyword:"maxItems",params:{limit: 5},schema:5,parentSchema:schema131.properties.layers,data:data20};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
const len1 = data20.length;
for(let i2=0; i2<len1; i2++){
let data21 = data20[i2];
if(typeof data21 === "string"){
if(func3(data21) > 2048){
const err39 = {instancePath:instancePath+"/layers/" + i2,schemaPath:"#/properties/layers/items/maxLength",keyword:"maxLength",params:{limit: 2048},schema:2048,parentSchema:schema131.properties.layers.items,data:data21};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
if(!pattern31.test(data21)){
const err40 = {instancePath:instancePath+"/layers/" + i2,schemaPath:"#/properties/layers/items/pattern",keyword:"pattern",params:{pattern: "^([a-zA-Z0-9][a-zA-Z0-9_-]{0,63}|arn:(aws[a-zA-Z-]*)?:lambda:(eusc-)?[a-z]{2}(-gov|-iso[a-z]?)?-[a-z]+-\\d:\\d{12}:layer:[a-zA-Z0-9_-]{1,140}:\\d{1,19}|arn:[a-zA-Z0-9-]+:lambda:::awslayer:[a-zA-Z0-9_-]+)$"},schema:"^([a-zA-Z0-9][a-zA-Z0-9_-]{0,63}|arn:(aws[a-zA-Z-]*)?:lambda:(eusc-)?[a-z]{2}(-gov|-iso[a-z]?)?-[a-z]+-\\d:\\d{12}:layer:[a-zA-Z0-9_-]{1,140}:\\d{1,19}|arn:[a-zA-Z0-9-]+:lambda:::awslayer:[a-zA-Z0-9_-]+)$",parentSchema:schema131.properties.layers.items,data:data21};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
}
else {
const err41 = {instancePath:instancePath+"/layers/" + i2,schemaPath:"#/properties/layers/items/type",keyword:"type",params:{type: "string"},schema:schema131.properties.layers.items.type,parentSchema:schema131.properties.layers.items,data:data21};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
}
let i3 = data20.length;
let j1;
if(i3 > 1){
const indices1 = {};
for(;i3--;){
let item1 = data20[i3];
if(typeof item1 !== "string"){
continue;
}
if(typeof indices1[item1] == "number"){
j1 = indices1[item1];
const err42 = {instancePath:instancePath+"/layers",schemaPath:"#/properties/layers/uniqueItems",keyword:"uniqueItems",params:{i: i3, j: j1},schema:true,parentSchema:schema131.properties.layers,data:data20};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
break;
}
indices1[item1] = i3;
}
}
}
}
if(data.vpc !== undefined){
let data22 = data.vpc;
if((!(data22 && typeof data22 == "object" && !Array.isArray(data22))) && (data22 !== null)){
const err43 = {instancePath:instancePath+"/vpc",schemaPath:"#/definitions/vpc/type",keyword:"type",params:{type: schema66.type},schema:schema66.type,parentSchema:schema66,data:data22};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
if(data22 && typeof data22 == "object" && !Array.isArray(data22)){
for(const key4 in data22){
if(!(((key4 === "subnetIds") || (key4 === "securityGroupIds")) || (key4 === "ipv6AllowedForDualStack"))){
const err44 = {instancePath:instancePath+"/vpc",schemaPath:"#/definitions/vpc/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key4},schema:false,parentSchema:schema66,data:data22};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
}
if(data22.subnetIds !== undefined){
let data23 = data22.subnetIds;
if(Array.isArray(data23)){
if(data23.length > 16){
const err45 = {instancePath:instancePath+"/vpc/subnetIds",schemaPath:"#/definitions/vpc/properties/subnetIds/maxItems",keyword:"maxItems",params:{limit: 16},schema:16,parentSchema:schema66.properties.subnetIds,data:data23};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
if(data23.length < 1){
const err46 = {instancePath:instancePath+"/vpc/subnetIds",schemaPath:"#/definitions/vpc/properties/subnetIds/minItems",keyword:"minItems",params:{limit: 1},schema:1,parentSchema:schema66.properties.subnetIds,data:data23};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
const len2 = data23.length;
for(let i4=0; i4<len2; i4++){
let data24 = data23[i4];
if(typeof data24 === "string"){
if(!pattern32.test(data24)){
const err47 = {instancePath:instancePath+"/vpc/subnetIds/" + i4,schemaPath:"#/definitions/vpc/properties/subnetIds/items/pattern",keyword:"pattern",params:{pattern: "^subnet-[0-9a-z]{1,64}$"},schema:"^subnet-[0-9a-z]{1,64}$",parentSchema:schema66.properties.subnetIds.items,data:data24};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
}
else {
const err48 = {instancePath:instancePath+"/vpc/subnetIds/" + i4,schemaPath:"#/definitions/vpc/properties/subnetIds/items/type",keyword:"type",params:{type: "string"},schema:schema66.properties.subnetIds.items.type,parentSchema:schema66.properties.subnetIds.items,data:data24};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
}
let i5 = data23.length;
let j2;
if(i5 > 1){
const indices2 = {};
for(;i5--;){
let item2 = data23[i5];
if(typeof item2 !== "string"){
continue;
}
if(typeof indices2[item2] == "number"){
j2 = indices2[item2];
const err49 = {instancePath:instancePath+"/vpc/subnetIds",schemaPath:"#/definitions/vpc/properties/subnetIds/uniqueItems",keyword:"uniqueItems",params:{i: i5, j: j2},schema:true,parentSchema:schema66.properties.subnetIds,data:data23};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
break;
}
indices2[item2] = i5;
}
}
}
else {
const err50 = {instancePath:instancePath+"/vpc/subnetIds",schemaPath:"#/definitions/vpc/properties/subnetIds/type",keyword:"type",params:{type: "array"},schema:schema66.properties.subnetIds.type,parentSchema:schema66.properties.subnetIds,data:data23};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
}
if(data22.securityGroupIds !== undefined){
let data25 = data22.securityGroupIds;
if(Array.isArray(data25)){
if(data25.length > 5){
const err51 = {instancePath:instancePath+"/vpc/securityGroupIds",schemaPath:"#/definitions/vpc/properties/securityGroupIds/maxItems",keyword:"maxItems",params:{limit: 5},schema:5,parentSchema:schema66.properties.securityGroupIds,data:data25};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
if(data25.length < 1){
const err52 = {instancePath:instancePath+"/vpc/securityGroupIds",schemaPath:"#/definitions/vpc/properties/securityGroupIds/minItems",keyword:"minItems",params:{limit: 1},schema:1,parentSchema:schema66.properties.securityGroupIds,data:data25};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
const len3 = data25.length;
for(let i6=0; i6<len3; i6++){
let data26 = data25[i6];
if(typeof data26 === "string"){
if(!pattern33.test(data26)){
const err53 = {instancePath:instancePath+"/vpc/securityGroupIds/" + i6,schemaPath:"#/definitions/vpc/properties/securityGroupIds/items/pattern",keyword:"pattern",params:{pattern: "^sg-[0-9a-zA-Z]{1,64}$"},schema:"^sg-[0-9a-zA-Z]{1,64}$",parentSchema:schema66.properties.securityGroupIds.items,data:data26};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
}
else {
const err54 = {instancePath:instancePath+"/vpc/securityGroupIds/" + i6,schemaPath:"#/definitions/vpc/properties/securityGroupIds/items/type",keyword:"type",params:{type: "string"},schema:schema66.properties.securityGroupIds.items.type,parentSchema:schema66.properties.securityGroupIds.items,data:data26};
if(vErrors === null){
vErrors = [err54];
}
else {
vErrors.push(err54);
}
errors++;
}
}
let i7 = data25.length;
let j3;
if(i7 > 1){
const indices3 = {};
for(;i7--;){
let item3 = data25[i7];
if(typeof item3 !== "string"){
continue;
}
if(typeof indices3[item3] == "number"){
j3 = indices3[item3];
const err55 = {instancePath:instancePath+"/vpc/securityGroupIds",schemaPath:"#/definitions/vpc/properties/securityGroupIds/uniqueItems",keyword:"uniqueItems",params:{i: i7, j: j3},schema:true,parentSchema:schema66.properties.securityGroupIds,data:data25};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
}
errors++;
break;
}
indices3[item3] = i7;
}
}
}
else {
const err56 = {instancePath:instancePath+"/vpc/securityGroupIds",schemaPath:"#/definitions/vpc/properties/securityGroupIds/type",keyword:"type",params:{type: "array"},schema:schema66.properties.securityGroupIds.type,parentSchema:schema66.properties.securityGroupIds,data:data25};
if(vErrors === null){
vErrors = [err56];
}
else {
vErrors.push(err56);
}
errors++;
}
}
if(data22.ipv6AllowedForDualStack !== undefined){
let data27 = data22.ipv6AllowedForDualStack;
if(typeof data27 !== "boolean"){
const err57 = {instancePath:instancePath+"/vpc/ipv6AllowedForDualStack",schemaPath:"#/definitions/vpc/properties/ipv6AllowedForDualStack/type",keyword:"type",params:{type: "boolean"},schema:schema66.properties.ipv6AllowedForDualStack.type,parentSchema:schema66.properties.ipv6AllowedForDualStack,data:data27};
if(vErrors === null){
vErrors = [err57];
}
else {
vErrors.push(err57);
}
errors++;
}
}
}
}
if(data.fileSystem !== undefined){
if(!(validate55(data.fileSystem, {instancePath:instancePath+"/fileSystem",parentData:data,parentDataProperty:"fileSystem",rootData}))){
vErrors = vErrors === null ? validate55.errors : vErrors.concat(validate55.errors);
errors = vErrors.length;
}
}
if(data.deadLetterQueue !== undefined){
let data29 = data.deadLetterQueue;
if((typeof data29 !== "string") && (data29 !== null)){
const err58 = {instancePath:instancePath+"/deadLetterQueue",schemaPath:"#/properties/deadLetterQueue/type",keyword:"type",params:{type: schema131.properties.deadLetterQueue.type},schema:schema131.properties.deadLetterQueue.type,parentSchema:schema131.properties.deadLetterQueue,data:data29};
if(vErrors === null){
vErrors = [err58];
}
else {
vErrors.push(err58);
}
errors++;
}
if(typeof data29 === "string"){
if(!pattern36.test(data29)){
const err59 = {instancePath:instancePath+"/deadLetterQueue",schemaPath:"#/properties/deadLetterQueue/pattern",keyword:"pattern",params:{pattern: "^arn:aws[a-zA-Z-]*:(sqs|sns):(eusc-)?[a-z]{2}(-gov|-iso[a-z]?)?-[a-z]+-\\d:\\d{12}:[a-zA-Z0-9_-]{1,256}(\\.fifo)?$"},schema:"^arn:aws[a-zA-Z-]*:(sqs|sns):(eusc-)?[a-z]{2}(-gov|-iso[a-z]?)?-[a-z]+-\\d:\\d{12}:[a-zA-Z0-9_-]{1,256}(\\.fifo)?$",parentSchema:schema131.properties.deadLetterQueue,data:data29};
if(vErrors === null){
vErrors = [err59];
}
else {
vErrors.push(err59);
}
errors++;
}
}
}
if(data.kmsKey !== undefined){
let data30 = data.kmsKey;
if((typeof data30 !== "string") && (data30 !== null)){
const err60 = {instancePath:instancePath+"/kmsKey",schemaPath:"#/definitions/kmsKey/type",keyword:"type",params:{type: schema69.type},schema:schema69.type,parentSchema:schema69,data:data30};
if(vErrors === null){
vErrors = [err60];
}
else {
vErrors.push(err60);
}
errors++;
}
if(typeof data30 === "string"){
if(!pattern37.test(data30)){
const err61 = {instancePath:instancePath+"/kmsKey",schemaPath:"#/definitions/kmsKey/pattern",keyword:"pattern",params:{pattern: "^arn:aws[a-zA-Z-]*:kms:(eusc-)?[a-z]{2}(-gov|-iso[a-z]?)?-[a-z]+-\\d:\\d{12}:(key|alias)/[a-zA-Z0-9/_-]{1,256}$"},schema:"^arn:aws[a-zA-Z-]*:kms:(eusc-)?[a-z]{2}(-gov|-iso[a-z]?)?-[a-z]+-\\d:\\d{12}:(key|alias)/[a-zA-Z0-9/_-]{1,256}$",parentSchema:schema69,data:data30};
if(vErrors === null){
vErrors = [err61];
}
else {
vErrors.push(err61);
}
errors++;
}
}
}
if(data.tracing !== undefined){
let data31 = data.tracing;
if((typeof data31 !== "string") && (data31 !== null)){
const err62 = {instancePath:instancePath+"/tracing",schemaPath:"#/properties/tracing/type",keyword:"type",params:{type: schema131.properties.tracing.type},schema:schema131.properties.tracing.type,parentSchema:schema131.properties.tracing,data:data31};
if(vErrors === null){
vErrors = [err62];
}
else {
vErrors.push(err62);
}
errors++;
}
if(!(((data31 === "Active") || (data31 === "PassThrough")) || (data31 === null))){
const err63 = {instancePath:instancePath+"/tracing",schemaPath:"#/properties/tracing/enum",keyword:"enum",params:{allowedValues: schema131.properties.tracing.enum},schema:schema131.properties.tracing.enum,parentSchema:schema131.properties.tracing,data:data31};
if(vErrors === null){
vErrors = [err63];
}
else {
vErrors.push(err63);
}
errors++;
}
}
if(data.snapStart !== undefined){
let data32 = data.snapStart;
if((typeof data32 !== "string") && (data32 !== null)){
const err64 = {instancePath:instancePath+"/snapStart",schemaPath:"#/properties/snapStart/type",keyword:"type",params:{type: schema131.properties.snapStart.type},schema:schema131.properties.snapStart.type,parentSchema:schema131.properties.snapStart,data:data32};
if(vErrors === null){
vErrors = [err64];
}
else {
vErrors.push(err64);
}
errors++;
}
if(!(((data32 === "PublishedVersions") || (data32 === "None")) || (data32 === null))){
const err65 = {instancePath:instancePath+"/snapStart",schemaPath:"#/properties/snapStart/enum",keyword:"enum",params:{allowedValues: schema131.properties.snapStart.enum},schema:schema131.properties.snapStart.enum,parentSchema:schema131.properties.snapStart,data:data32};
if(vErrors === null){
vErrors = [err65];
}
else {
vErrors.push(err65);
}
errors++;
}
}
if(data.logging !== undefined){
let data33 = data.logging;
if((!(data33 && typeof data33 == "object" && !Array.isArray(data33))) && (data33 !== null)){
const err66 = {instancePath:instancePath+"/logging",schemaPath:"#/definitions/logging/type",keyword:"type",params:{type: schema70.type},schema:schema70.type,parentSchema:schema70,data:data33};
if(vErrors === null){
vErrors = [err66];
}
else {
vErrors.push(err66);
}
errors++;
}
if(data33 && typeof data33 == "object" && !Array.isArray(data33)){
for(const key5 in data33){
if(!(((((key5 === "format") || (key5 === "applicationLogLevel")) || (key5 === "systemLogLevel")) || (key5 === "group")) || (key5 === "retentionInDays"))){
const err67 = {instancePath:instancePath+"/logging",schemaPath:"#/definitions/logging/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key5},schema:false,parentSchema:schema70,data:data33};
if(vErrors === null){
vErrors = [err67];
}
else {
vErrors.push(err67);
}
errors++;
}
}
if(data33.format !== undefined){
let data34 = data33.format;
if((typeof data34 !== "string") && (data34 !== null)){
const err68 = {instancePath:instancePath+"/logging/format",schemaPath:"#/definitions/logging/properties/format/type",keyword:"type",params:{type: schema70.properties.format.type},schema:schema70.properties.format.type,parentSchema:schema70.properties.format,data:data34};
if(vErrors === null){
vErrors = [err68];
}
else {
vErrors.push(err68);
}
errors++;
}
if(!(((data34 === "Text") || (data34 === "JSON")) || (data34 === null))){
const err69 = {instancePath:instancePath+"/logging/format",schemaPath:"#/definitions/logging/properties/format/enum",keyword:"enum",params:{allowedValues: schema70.properties.format.enum},schema:schema70.properties.format.enum,parentSchema:schema70.properties.format,data:data34};
if(vErrors === null){
vErrors = [err69];
}
else {
vErrors.push(err69);
}
errors++;
}
}
if(data33.applicationLogLevel !== undefined){
let data35 = data33.applicationLogLevel;
if((typeof data35 !== "string") && (data35 !== null)){
const err70 = {instancePath:instancePath+"/logging/applicationLogLevel",schemaPath:"#/definitions/logging/properties/applicationLogLevel/type",keyword:"type",params:{type: schema70.properties.applicationLogLevel.type},schema:schema70.properties.applicationLogLevel.type,parentSchema:schema70.properties.applicationLogLevel,data:data35};
if(vErrors === null){
vErrors = [err70];
}
else {
vErrors.push(err70);
}
errors++;
}
if(!(((((((data35 === "TRACE") || (data35 === "DEBUG")) || (data35 === "INFO")) || (data35 === "WARN")) || (data35 === "ERROR")) || (data35 === "FATAL")) || (data35 === null))){
const err71 = {instancePath:instancePath+"/logging/applicationLogLevel",schemaPath:"#/definitions/logging/properties/applicationLogLevel/enum",keyword:"enum",params:{allowedValues: schema70.properties.applicationLogLevel.enum},schema:schema70.properties.applicationLogLevel.enum,parentSchema:schema70.properties.applicationLogLevel,data:data35};
if(vErrors === null){
vErrors = [err71];
}
else {
vErrors.push(err71);
}
errors++;
}
}
if(data33.systemLogLevel !== undefined){
let data36 = data33.systemLogLevel;
if((typeof data36 !== "string") && (data36 !== null)){
const err72 = {instancePath:instancePath+"/logging/systemLogLevel",schemaPath:"#/definitions/logging/properties/systemLogLevel/type",keyword:"type",params:{type: schema70.properties.systemLogLevel.type},schema:schema70.properties.systemLogLevel.type,parentSchema:schema70.properties.systemLogLevel,data:data36};
if(vErrors === null){
vErrors = [err72];
}
else {
vErrors.push(err72);
}
errors++;
}
if(!((((data36 === "DEBUG") || (data36 === "INFO")) || (data36 === "WARN")) || (data36 === null))){
const err73 = {instancePath:instancePath+"/logging/systemLogLevel",schemaPath:"#/definitions/logging/properties/systemLogLevel/enum",keyword:"enum",params:{allowedValues: schema70.properties.systemLogLevel.enum},schema:schema70.properties.systemLogLevel.enum,parentSchema:schema70.properties.systemLogLevel,data:data36};
if(vErrors === null){
vErrors = [err73];
}
else {
vErrors.push(err73);
}
errors++;
}
}
if(data33.group !== undefined){
let data37 = data33.group;
if((typeof data37 !== "string") && (data37 !== null)){
const err74 = {instancePath:instancePath+"/logging/group",schemaPath:"#/definitions/logging/properties/group/type",keyword:"type",params:{type: schema70.properties.group.type},schema:schema70.properties.group.type,parentSchema:schema70.properties.group,data:data37};
if(vErrors === null){
vErrors = [err74];
}
else {
vErrors.push(err74);
}
errors++;
}
if(typeof data37 === "string"){
if(!pattern38.test(data37)){
const err75 = {instancePath:instancePath+"/logging/group",schemaPath:"#/definitions/logging/properties/group/pattern",keyword:"pattern",params:{pattern: "^[.\\-_/#A-Za-z0-9]{1,512}$"},schema:"^[.\\-_/#A-Za-z0-9]{1,512}$",parentSchema:schema70.properties.group,data:data37};
if(vErrors === null){
vErrors = [err75];
}
else {
vErrors.push(err75);
}
errors++;
}
}
}
if(data33.retentionInDays !== undefined){
let data38 = data33.retentionInDays;
if((!(((typeof data38 == "number") && (!(data38 % 1) && !isNaN(data38))) && (isFinite(data38)))) && (data38 !== null)){
const err76 = {instancePath:instancePath+"/logging/retentionInDays",schemaPath:"#/definitions/logging/properties/retentionInDays/type",keyword:"type",params:{type: schema70.properties.retentionInDays.type},schema:schema70.properties.retentionInDays.type,parentSchema:schema70.properties.retentionInDays,data:data38};
if(vErrors === null){
vErrors = [err76];
}
else {
vErrors.push(err76);
}
errors++;
}
if(!(((((((((((((((((((((((data38 === 1) || (data38 === 3)) || (data38 === 5)) || (data38 === 7)) || (data38 === 14)) || (data38 === 30)) || (data38 === 60)) || (data38 === 90)) || (data38 === 120)) || (data38 === 150)) || (data38 === 180)) || (data38 === 365)) || (data38 === 400)) || (data38 === 545)) || (data38 === 731)) || (data38 === 1096)) || (data38 === 1827)) || (data38 === 2192)) || (data38 === 2557)) || (data38 === 2922)) || (data38 === 3288)) || (data38 === 3653)) || (data38 === null))){
const err77 = {instancePath:instancePath+"/logging/retentionInDays",schemaPath:"#/definitions/logging/properties/retentionInDays/enum",keyword:"enum",params:{allowedValues: schema70.properties.retentionInDays.enum},schema:schema70.properties.retentionInDays.enum,parentSchema:schema70.properties.retentionInDays,data:data38};
if(vErrors === null){
vErrors = [err77];
}
else {
vErrors.push(err77);
}
errors++;
}
}
}
}
if(data.imageConfig !== undefined){
if(!(validate57(data.imageConfig, {instancePath:instancePath+"/imageConfig",parentData:data,parentDataProperty:"imageConfig",rootData}))){
vErrors = vErrors === null ? validate57.errors : vErrors.concat(validate57.errors);
errors = vErrors.length;
}
}
if(data.durable !== undefined){
if(!(validate59(data.durable, {instancePath:instancePath+"/durable",parentData:data,parentDataProperty:"durable",rootData}))){
vErrors = vErrors === null ? validate59.errors : vErrors.concat(validate59.errors);
errors = vErrors.length;
}
}
if(data.tags !== undefined){
let data41 = data.tags;
if((!(data41 && typeof data41 == "object" && !Array.isArray(data41))) && (data41 !== null)){
const err78 = {instancePath:instancePath+"/tags",schemaPath:"#/properties/tags/type",keyword:"type",params:{type: schema131.properties.tags.type},schema:schema131.properties.tags.type,parentSchema:schema131.properties.tags,data:data41};
if(vErrors === null){
vErrors = [err78];
}
else {
vErrors.push(err78);
}
errors++;
}
if(data41 && typeof data41 == "object" && !Array.isArray(data41)){
if(Object.keys(data41).length > 47){
const err79 = {instancePath:instancePath+"/tags",schemaPath:"#/properties/tags/maxProperties",keyword:"maxProperties",params:{limit: 47},schema:47,parentSchema:schema131.properties.tags,data:data41};
if(vErrors === null){
vErrors = [err79];
}
else {
vErrors.push(err79);
}
errors++;
}
for(const key6 in data41){
const _errs129 = errors;
if(typeof key6 === "string"){
if(func3(key6) > 128){
const err80 = {instancePath:instancePath+"/tags",schemaPath:"#/definitions/tagKey/maxLength",keyword:"maxLength",params:{limit: 128},schema:128,parentSchema:schema77,data:key6,propertyName:key6};
if(vErrors === null){
vErrors = [err80];
}
else {
vErrors.push(err80);
}
errors++;
}
if(func3(key6) < 1){
const err81 = {instancePath:instancePath+"/tags",schemaPath:"#/definitions/tagKey/minLength",keyword:"minLength",params:{limit: 1},schema:1,parentSchema:schema77,data:key6,propertyName:key6};
if(vErrors === null){
vErrors = [err81];
}
else {
vErrors.push(err81);
}
errors++;
}
if(!pattern41.test(key6)){
const err82 = {instancePath:instancePath+"/tags",schemaPath:"#/definitions/tagKey/pattern",keyword:"pattern",params:{pattern: "^[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*$"},schema:"^[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*$",parentSchema:schema77,data:key6,propertyName:key6};
if(vErrors === null){
vErrors = [err82];
}
else {
vErrors.push(err82);
}
errors++;
}
}
else {
const err83 = {instancePath:instancePath+"/tags",schemaPath:"#/definitions/tagKey/type",keyword:"type",params:{type: "string"},schema:schema77.type,parentSchema:schema77,data:key6,propertyName:key6};
if(vErrors === null){
vErrors = [err83];
}
else {
vErrors.push(err83);
}
errors++;
}
var valid25 = _errs129 === errors;
if(!valid25){
const err84 = {instancePath:instancePath+"/tags",schemaPath:"#/properties/tags/propertyNames",keyword:"propertyNames",params:{propertyName: key6},schema:schema131.properties.tags.propertyNames,parentSchema:schema131.properties.tags,data:data41};
if(vErrors === null){
vErrors = [err84];
}
else {
vErrors.push(err84);
}
errors++;
}
}
for(const key7 in data41){
let data42 = data41[key7];
if(typeof data42 === "string"){
if(func3(data42) > 256){
const err85 = {instancePath:instancePath+"/tags/" + key7.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/tagValue/maxLength",keyword:"maxLength",params:{limit: 256},schema:256,parentSchema:schema78,data:data42};
if(vErrors === null){
vErrors = [err85];
}
else {
vErrors.push(err85);
}
errors++;
}
if(!pattern41.test(data42)){
const err86 = {instancePath:instancePath+"/tags/" + key7.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/tagValue/pattern",keyword:"pattern",params:{pattern: "^[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*$"},schema:"^[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*$",parentSchema:schema78,data:data42};
if(vErrors === null){
vErrors = [err86];
}
else {
vErrors.push(err86);
}
errors++;
}
}
else {
const err87 = {instancePath:instancePath+"/tags/" + key7.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/tagValue/type",keyword:"type",params:{type: "string"},schema:schema78.type,parentSchema:schema78,data:data42};
if(vErrors === null){
vErrors = [err87];
}
else {
vErrors.push(err87);
}
errors++;
}
}
}
}
if(data.reservedConcurrency !== undefined){
let data43 = data.reservedConcurrency;
if((!(((typeof data43 == "number") && (!(data43 % 1) && !isNaN(data43))) && (isFinite(data43)))) && (data43 !== null)){
const err88 = {instancePath:instancePath+"/reservedConcurrency",schemaPath:"#/properties/reservedConcurrency/type",keyword:"type",params:{type: schema131.properties.reservedConcurrency.type},schema:schema131.properties.reservedConcurrency.type,parentSchema:schema131.properties.reservedConcurrency,data:data43};
if(vErrors === null){
vErrors = [err88];
}
else {
vErrors.push(err88);
}
errors++;
}
if((typeof data43 == "number") && (isFinite(data43))){
if(data43 > 1000000 || isNaN(data43)){
const err89 = {instancePath:instancePath+"/reservedConcurrency",schemaPath:"#/properties/reservedConcurrency/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000},schema:1000000,parentSchema:schema131.properties.reservedConcurrency,data:data43};
if(vErrors === null){
vErrors = [err89];
}
else {
vErrors.push(err89);
}
errors++;
}
if(data43 < 0 || isNaN(data43)){
const err90 = {instancePath:instancePath+"/reservedConcurrency",schemaPath:"#/properties/reservedConcurrency/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},schema:0,parentSchema:schema131.properties.reservedConcurrency,data:data43};
if(vErrors === null){
vErrors = [err90];
}
else {
vErrors.push(err90);
}
errors++;
}
}
}
if(data.recursion !== undefined){
let data44 = data.recursion;
if((typeof data44 !== "string") && (data44 !== null)){
const err91 = {instancePath:instancePath+"/recursion",schemaPath:"#/properties/recursion/type",keyword:"type",params:{type: schema131.properties.recursion.type},schema:schema131.properties.recursion.type,parentSchema:schema131.properties.recursion,data:data44};
if(vErrors === null){
vErrors = [err91];
}
else {
vErrors.push(err91);
}
errors++;
}
if(!(((data44 === "Allow") || (data44 === "Terminate")) || (data44 === null))){
const err92 = {instancePath:instancePath+"/recursion",schemaPath:"#/properties/recursion/enum",keyword:"enum",params:{allowedValues: schema131.properties.recursion.enum},schema:schema131.properties.recursion.enum,parentSchema:schema131.properties.recursion,data:data44};
if(vErrors === null){
vErrors = [err92];
}
else {
vErrors.push(err92);
}
errors++;
}
}
if(data.codeSigning !== undefined){
let data45 = data.codeSigning;
if((typeof data45 !== "string") && (data45 !== null)){
const err93 = {instancePath:instancePath+"/codeSigning",schemaPath:"#/properties/codeSigning/type",keyword:"type",params:{type: schema131.properties.codeSigning.type},schema:schema131.properties.codeSigning.type,parentSchema:schema131.properties.codeSigning,data:data45};
if(vErrors === null){
vErrors = [err93];
}
else {
vErrors.push(err93);
}
errors++;
}
if(typeof data45 === "string"){
if(!pattern43.test(data45)){
const err94 = {instancePath:instancePath+"/codeSigning",schemaPath:"#/properties/codeSigning/pattern",keyword:"pattern",params:{pattern: "^arn:(aws[a-zA-Z-]*)?:lambda:(eusc-)?[a-z]{2}(-gov|-iso[a-z]?)?-[a-z]+-\\d:\\d{12}:code-signing-config:csc-[a-z0-9]{17}$"},schema:"^arn:(aws[a-zA-Z-]*)?:lambda:(eusc-)?[a-z]{2}(-gov|-iso[a-z]?)?-[a-z]+-\\d:\\d{12}:code-signing-config:csc-[a-z0-9]{17}$",parentSchema:schema131.properties.codeSigning,data:data45};
if(vErrors === null){
vErrors = [err94];
}
else {
vErrors.push(err94);
}
errors++;
}
}
}
if(data.runtimeManagement !== undefined){
if(!(validate61(data.runtimeManagement, {instancePath:instancePath+"/runtimeManagement",parentData:data,parentDataProperty:"runtimeManagement",rootData}))){
vErrors = vErrors === null ? validate61.errors : vErrors.concat(validate61.errors);
errors = vErrors.length;
}
}
if(data.packageType !== undefined){
let data47 = data.packageType;
if(typeof data47 !== "string"){
const err95 = {instancePath:instancePath+"/packageType",schemaPath:"#/properties/packageType/type",keyword:"type",params:{type: "string"},schema:schema131.properties.packageType.type,parentSchema:schema131.properties.packageType,data:data47};
if(vErrors === null){
vErrors = [err95];
}
else {
vErrors.push(err95);
}
errors++;
}
if(!((data47 === "Zip") || (data47 === "Image"))){
const err96 = {instancePath:instancePath+"/packageType",schemaPath:"#/properties/packageType/enum",keyword:"enum",params:{allowedValues: schema131.properties.packageType.enum},schema:schema131.properties.packageType.enum,parentSchema:schema131.properties.packageType,data:data47};
if(vErrors === null){
vErrors = [err96];
}
else {
vErrors.push(err96);
}
errors++;
}
}
if(data.tenancy !== undefined){
let data48 = data.tenancy;
if(typeof data48 !== "string"){
const err97 = {instancePath:instancePath+"/tenancy",schemaPath:"#/properties/tenancy/type",keyword:"type",params:{type: "string"},schema:schema131.properties.tenancy.type,parentSchema:schema131.properties.tenancy,data:data48};
if(vErrors === null){
vErrors = [err97];
}
else {
vErrors.push(err97);
}
errors++;
}
if(!(data48 === "PER_TENANT")){
const err98 = {instancePath:instancePath+"/tenancy",schemaPath:"#/properties/tenancy/enum",keyword:"enum",params:{allowedValues: schema131.properties.tenancy.enum},schema:schema131.properties.tenancy.enum,parentSchema:schema131.properties.tenancy,data:data48};
if(vErrors === null){
vErrors = [err98];
}
else {
vErrors.push(err98);
}
errors++;
}
}
if(data.capacityProvider !== undefined){
let data49 = data.capacityProvider;
if((!(data49 && typeof data49 == "object" && !Array.isArray(data49))) && (data49 !== null)){
const err99 = {instancePath:instancePath+"/capacityProvider",schemaPath:"#/definitions/capacityProvider/type",keyword:"type",params:{type: schema82.type},schema:schema82.type,parentSchema:schema82,data:data49};
if(vErrors === null){
vErrors = [err99];
}
else {
vErrors.push(err99);
}
errors++;
}
if(data49 && typeof data49 == "object" && !Array.isArray(data49)){
for(const key8 in data49){
if(!(((key8 === "arn") || (key8 === "perExecutionEnvironmentMaxConcurrency")) || (key8 === "executionEnvironmentMemoryGiBPerVCpu"))){
const err100 = {instancePath:instancePath+"/capacityProvider",schemaPath:"#/definitions/capacityProvider/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key8},schema:false,parentSchema:schema82,data:data49};
if(vErrors === null){
vErrors = [err100];
}
else {
vErrors.push(err100);
}
errors++;
}
}
if(data49.arn !== undefined){
let data50 = data49.arn;
if(typeof data50 === "string"){
if(func3(data50) > 140){
const err101 = {instancePath:instancePath+"/capacityProvider/arn",schemaPath:"#/definitions/capacityProvider/properties/arn/maxLength",keyword:"maxLength",params:{limit: 140},schema:140,parentSchema:schema82.properties.arn,data:data50};
if(vErrors === null){
vErrors = [err101];
}
else {
vErrors.push(err101);
}
errors++;
}
if(!pattern45.test(data50)){
const err102 = {instancePath:instancePath+"/capacityProvider/arn",schemaPath:"#/definitions/capacityProvider/properties/arn/pattern",keyword:"pattern",params:{pattern: "^arn:aws[a-zA-Z-]*:lambda:(eusc-)?[a-z]{2}(-gov|-iso[a-z]?)?-[a-z]+-\\d:\\d{12}:capacity-provider:[a-zA-Z0-9_-]+$"},schema:"^arn:aws[a-zA-Z-]*:lambda:(eusc-)?[a-z]{2}(-gov|-iso[a-z]?)?-[a-z]+-\\d:\\d{12}:capacity-provider:[a-zA-Z0-9_-]+$",parentSchema:schema82.properties.arn,data:data50};
if(vErrors === null){
vErrors = [err102];
}
else {
vErrors.push(err102);
}
errors++;
}
}
else {
const err103 = {instancePath:instancePath+"/capacityProvider/arn",schemaPath:"#/definitions/capacityProvider/properties/arn/type",keyword:"type",params:{type: "string"},schema:schema82.properties.arn.type,parentSchema:schema82.properties.arn,data:data50};
if(vErrors === null){
vErrors = [err103];
}
else {
vErrors.push(err103);
}
errors++;
}
}
if(data49.perExecutionEnvironmentMaxConcurrency !== undefined){
let data51 = data49.perExecutionEnvironmentMaxConcurrency;
if((!(((typeof data51 == "number") && (!(data51 % 1) && !isNaN(data51))) && (isFinite(data51)))) && (data51 !== null)){
const err104 = {instancePath:instancePath+"/capacityProvider/perExecutionEnvironmentMaxConcurrency",schemaPath:"#/definitions/capacityProvider/properties/perExecutionEnvironmentMaxConcurrency/type",keyword:"type",params:{type: schema82.properties.perExecutionEnvironmentMaxConcurrency.type},schema:schema82.properties.perExecutionEnvironmentMaxConcurrency.type,parentSchema:schema82.properties.perExecutionEnvironmentMaxConcurrency,data:data51};
if(vErrors === null){
vErrors = [err104];
}
else {
vErrors.push(err104);
}
errors++;
}
if((typeof data51 == "number") && (isFinite(data51))){
if(data51 > 1600 || isNaN(data51)){
const err105 = {instancePath:instancePath+"/capacityProvider/perExecutionEnvironmentMaxConcurrency",schemaPath:"#/definitions/capacityProvider/properties/perExecutionEnvironmentMaxConcurrency/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1600},schema:1600,parentSchema:schema82.properties.perExecutionEnvironmentMaxConcurrency,data:data51};
if(vErrors === null){
vErrors = [err105];
}
else {
vErrors.push(err105);
}
errors++;
}
if(data51 < 1 || isNaN(data51)){
const err106 = {instancePath:instancePath+"/capacityProvider/perExecutionEnvironmentMaxConcurrency",schemaPath:"#/definitions/capacityProvider/properties/perExecutionEnvironmentMaxConcurrency/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},schema:1,parentSchema:schema82.properties.perExecutionEnvironmentMaxConcurrency,data:data51};
if(vErrors === null){
vErrors = [err106];
}
else {
vErrors.push(err106);
}
errors++;
}
}
}
if(data49.executionEnvironmentMemoryGiBPerVCpu !== undefined){
let data52 = data49.executionEnvironmentMemoryGiBPerVCpu;
if((!((typeof data52 == "number") && (isFinite(data52)))) && (data52 !== null)){
const err107 = {instancePath:instancePath+"/capacityProvider/executionEnvironmentMemoryGiBPerVCpu",schemaPath:"#/definitions/capacityProvider/properties/executionEnvironmentMemoryGiBPerVCpu/type",keyword:"type",params:{type: schema82.properties.executionEnvironmentMemoryGiBPerVCpu.type},schema:schema82.properties.executionEnvironmentMemoryGiBPerVCpu.type,parentSchema:schema82.properties.executionEnvironmentMemoryGiBPerVCpu,data:data52};
if(vErrors === null){
vErrors = [err107];
}
else {
vErrors.push(err107);
}
errors++;
}
if((typeof data52 == "number") && (isFinite(data52))){
if(data52 > 8 || isNaN(data52)){
const err108 = {instancePath:instancePath+"/capacityProvider/executionEnvironmentMemoryGiBPerVCpu",schemaPath:"#/definitions/capacityProvider/properties/executionEnvironmentMemoryGiBPerVCpu/maximum",keyword:"maximum",params:{comparison: "<=", limit: 8},schema:8,parentSchema:schema82.properties.executionEnvironmentMemoryGiBPerVCpu,data:data52};
if(vErrors === null){
vErrors = [err108];
}
else {
vErrors.push(err108);
}
errors++;
}
if(data52 < 2 || isNaN(data52)){
const err109 = {instancePath:instancePath+"/capacityProvider/executionEnvironmentMemoryGiBPerVCpu",schemaPath:"#/definitions/capacityProvider/properties/executionEnvironmentMemoryGiBPerVCpu/minimum",keyword:"minimum",params:{comparison: ">=", limit: 2},schema:2,parentSchema:schema82.properties.executionEnvironmentMemoryGiBPerVCpu,data:data52};
if(vErrors === null){
vErrors = [err109];
}
else {
vErrors.push(err109);
}
errors++;
}
}
}
}
}
if(data.manage !== undefined){
let data53 = data.manage;
if(typeof data53 !== "string"){
const err110 = {instancePath:instancePath+"/manage",schemaPath:"#/properties/manage/type",keyword:"type",params:{type: "string"},schema:schema131.properties.manage.type,parentSchema:schema131.properties.manage,data:data53};
if(vErrors === null){
vErrors = [err110];
}
else {
vErrors.push(err110);
}
errors++;
}
if(!((data53 === "all") || (data53 === "release"))){
const err111 = {instancePath:instancePath+"/manage",schemaPath:"#/properties/manage/enum",keyword:"enum",params:{allowedValues: schema131.properties.manage.enum},schema:schema131.properties.manage.enum,parentSchema:schema131.properties.manage,data:data53};
if(vErrors === null){
vErrors = [err111];
}
else {
vErrors.push(err111);
}
errors++;
}
}
if(data.alias !== undefined){
let data54 = data.alias;
if(typeof data54 === "string"){
if(!pattern46.test(data54)){
const err112 = {instancePath:instancePath+"/alias",schemaPath:"#/properties/alias/pattern",keyword:"pattern",params:{pattern: "^(?!\\d+$)[a-zA-Z0-9_-]{1,128}$"},schema:"^(?!\\d+$)[a-zA-Z0-9_-]{1,128}$",parentSchema:schema131.properties.alias,data:data54};
if(vErrors === null){
vErrors = [err112];
}
else {
vErrors.push(err112);
}
errors++;
}
}
else {
const err113 = {instancePath:instancePath+"/alias",schemaPath:"#/properties/alias/type",keyword:"type",params:{type: "string"},schema:schema131.properties.alias.type,parentSchema:schema131.properties.alias,data:data54};
if(vErrors === null){
vErrors = [err113];
}
else {
vErrors.push(err113);
}
errors++;
}
}
if(data.alarms !== undefined){
if(!(validate63(data.alarms, {instancePath:instancePath+"/alarms",parentData:data,parentDataProperty:"alarms",rootData}))){
vErrors = vErrors === null ? validate63.errors : vErrors.concat(validate63.errors);
errors = vErrors.length;
}
}
if(data.hooks !== undefined){
if(!(validate73(data.hooks, {instancePath:instancePath+"/hooks",parentData:data,parentDataProperty:"hooks",rootData}))){
vErrors = vErrors === null ? validate73.errors : vErrors.concat(validate73.errors);
errors = vErrors.length;
}
}
if(data.provisionedConcurrency !== undefined){
let data57 = data.provisionedConcurrency;
if((!(((typeof data57 == "number") && (!(data57 % 1) && !isNaN(data57))) && (isFinite(data57)))) && (data57 !== null)){
const err114 = {instancePath:instancePath+"/provisionedConcurrency",schemaPath:"#/properties/provisionedConcurrency/type",keyword:"type",params:{type: schema131.properties.provisionedConcurrency.type},schema:schema131.properties.provisionedConcurrency.type,parentSchema:schema131.properties.provisionedConcurrency,data:data57};
if(vErrors === null){
vErrors = [err114];
}
else {
vErrors.push(err114);
}
errors++;
}
if((typeof data57 == "number") && (isFinite(data57))){
if(data57 > 1000000 || isNaN(data57)){
const err115 = {instancePath:instancePath+"/provisionedConcurrency",schemaPath:"#/properties/provisionedConcurrency/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000},schema:1000000,parentSchema:schema131.properties.provisionedConcurrency,data:data57};
if(vErrors === null){
vErrors = [err115];
}
else {
vErrors.push(err115);
}
errors++;
}
if(data57 < 1 || isNaN(data57)){
const err116 = {instancePath:instancePath+"/provisionedConcurrency",schemaPath:"#/properties/provisionedConcurrency/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},schema:1,parentSchema:schema131.properties.provisionedConcurrency,data:data57};
if(vErrors === null){
vErrors = [err116];
}
else {
vErrors.push(err116);
}
errors++;
}
}
}
if(data.keepVersions !== undefined){
let data58 = data.keepVersions;
if((!(((typeof data58 == "number") && (!(data58 % 1) && !isNaN(data58))) && (isFinite(data58)))) && (data58 !== null)){
const err117 = {instancePath:instancePath+"/keepVersions",schemaPath:"#/properties/keepVersions/type",keyword:"type",params:{type: schema131.properties.keepVersions.type},schema:schema131.properties.keepVersions.type,parentSchema:schema131.properties.keepVersions,data:data58};
if(vErrors === null){
vErrors = [err117];
}
else {
vErrors.push(err117);
}
errors++;
}
if((typeof data58 == "number") && (isFinite(data58))){
if(data58 > 1000 || isNaN(data58)){
const err118 = {instancePath:instancePath+"/keepVersions",schemaPath:"#/properties/keepVersions/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000},schema:1000,parentSchema:schema131.properties.keepVersions,data:data58};
if(vErrors === null){
vErrors = [err118];
}
else {
vErrors.push(err118);
}
errors++;
}
if(data58 < 1 || isNaN(data58)){
const err119 = {instancePath:instancePath+"/keepVersions",schemaPath:"#/properties/keepVersions/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},schema:1,parentSchema:schema131.properties.keepVersions,data:data58};
if(vErrors === null){
vErrors = [err119];
}
else {
vErrors.push(err119);
}
errors++;
}
}
}
if(data.testEvents !== undefined){
let data59 = data.testEvents;
if(typeof data59 === "string"){
if(func3(data59) > 1024){
const err120 = {instancePath:instancePath+"/testEvents",schemaPath:"#/properties/testEvents/maxLength",keyword:"maxLength",params:{limit: 1024},schema:1024,parentSchema:schema131.properties.testEvents,data:data59};
if(vErrors === null){
vErrors = [err120];
}
else {
vErrors.push(err120);
}
errors++;
}
if(func3(data59) < 1){
const err121 = {instancePath:instancePath+"/testEvents",schemaPath:"#/properties/testEvents/minLength",keyword:"minLength",params:{limit: 1},schema:1,parentSchema:schema131.properties.testEvents,data:data59};
if(vErrors === null){
vErrors = [err121];
}
else {
vErrors.push(err121);
}
errors++;
}
}
else {
const err122 = {instancePath:instancePath+"/testEvents",schemaPath:"#/properties/testEvents/type",keyword:"type",params:{type: "string"},schema:schema131.properties.testEvents.type,parentSchema:schema131.properties.testEvents,data:data59};
if(vErrors === null){
vErrors = [err122];
}
else {
vErrors.push(err122);
}
errors++;
}
}
if(data.rollout !== undefined){
let data60 = data.rollout;
if(typeof data60 === "string"){
if(func3(data60) > 64){
const err123 = {instancePath:instancePath+"/rollout",schemaPath:"#/definitions/rolloutName/maxLength",keyword:"maxLength",params:{limit: 64},schema:64,parentSchema:schema124,data:data60};
if(vErrors === null){
vErrors = [err123];
}
else {
vErrors.push(err123);
}
errors++;
}
if(func3(data60) < 1){
const err124 = {instancePath:instancePath+"/rollout",schemaPath:"#/definitions/rolloutName/minLength",keyword:"minLength",params:{limit: 1},schema:1,parentSchema:schema124,data:data60};
if(vErrors === null){
vErrors = [err124];
}
else {
vErrors.push(err124);
}
errors++;
}
}
else {
const err125 = {instancePath:instancePath+"/rollout",schemaPath:"#/definitions/rolloutName/type",keyword:"type",params:{type: "string"},schema:schema124.type,parentSchema:schema124,data:data60};
if(vErrors === null){
vErrors = [err125];
}
else {
vErrors.push(err125);
}
errors++;
}
}
}
else {
const err126 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema131.type,parentSchema:schema131,data};
if(vErrors === null){
vErrors = [err126];
}
else {
vErrors.push(err126);
}
errors++;
}
validate102.errors = vErrors;
return errors === 0;
}

const schema145 = {"title":"Layer","description":"A layer of this project: published when its content changes, and only then.","type":"object","additionalProperties":false,"examples":[{"code":"layers/shared","runtimes":["nodejs24.x"],"keep":5}],"properties":{"code":{"$ref":"#/definitions/code"},"build":{"$ref":"#/definitions/build"},"name":{"description":"The name at AWS. Without it, `<project>-<key>`, and with a stage `<project>-<stage>-<key>`.","type":"string","pattern":"^[a-zA-Z0-9_-]{1,140}$","examples":["orders-shared"],"$comment":"layer.name"},"description":{"description":"What the layer is for, up to 256 characters.","type":"string","maxLength":256,"examples":["Shared code of the orders"],"$comment":"layer.description"},"runtimes":{"description":"The runtimes that it is made for, at most 15.","type":"array","maxItems":15,"uniqueItems":true,"items":{"description":"The Lambda runtime. Words that shipit does not know are passed on.","type":"string","pattern":"^[a-z][a-z0-9.]{1,63}$","examples":["nodejs24.x","python3.13"],"$comment":"runtime"},"examples":[["nodejs22.x","nodejs24.x"]],"$comment":"layer.runtimes"},"architectures":{"description":"The processors that it is made for.","type":"array","maxItems":2,"uniqueItems":true,"items":{"description":"A processor.","type":"string","enum":["x86_64","arm64"],"examples":["arm64"],"$comment":"layerArchitecture"},"examples":[["arm64"]],"$comment":"layer.architectures"},"license":{"description":"The licence: a name, an address or the text, up to 512 characters.","type":"string","maxLength":512,"examples":["MIT"],"$comment":"layer.license"},"keep":{"description":"How many versions stay, the newest first. Without it, all of them.","type":"integer","minimum":1,"maximum":1000000,"examples":[5],"$comment":"layer.keep"}},"$comment":"layer"};
const pattern89 = new RegExp("^[a-zA-Z0-9_-]{1,140}$", "u");

function validate115(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!((((((((key0 === "code") || (key0 === "build")) || (key0 === "name")) || (key0 === "description")) || (key0 === "runtimes")) || (key0 === "architectures")) || (key0 === "license")) || (key0 === "keep"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema145,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.code !== undefined){
if(!(validate12(data.code, {instancePath:instancePath+"/code",parentData:data,parentDataProperty:"code",rootData}))){
vErrors = vErrors === null ? validate12.errors : vErrors.concat(validate12.errors);
errors = vErrors.length;
}
}
if(data.build !== undefined){
if(!(validate26(data.build, {instancePath:instancePath+"/build",parentData:data,parentDataProperty:"build",rootData}))){
vErrors = vErrors === null ? validate26.errors : vErrors.concat(validate26.errors);
errors = vErrors.length;
}
}
if(data.name !== undefined){
let data2 = data.name;
if(typeof data2 === "string"){
if(!pattern89.test(data2)){
const err1 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/pattern",keyword:"pattern",params:{pattern: "^[a-zA-Z0-9_-]{1,140}$"},schema:"^[a-zA-Z0-9_-]{1,140}$",parentSchema:schema145.properties.name,data:data2};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
else {
const err2 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/type",keyword:"type",params:{type: "string"},schema:schema145.properties.name.type,parentSchema:schema145.properties.name,data:data2};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.description !== undefined){
let data3 = data.description;
if(typeof data3 === "string"){
if(func3(data3) > 256){
const err3 = {instancePath:instancePath+"/description",schemaPath:"#/properties/description/maxLength",keyword:"maxLength",params:{limit: 256},schema:256,parentSchema:schema145.properties.description,data:data3};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
else {
const err4 = {instancePath:instancePath+"/description",schemaPath:"#/properties/description/type",keyword:"type",params:{type: "string"},schema:schema145.properties.description.type,parentSchema:schema145.properties.description,data:data3};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.runtimes !== undefined){
let data4 = data.runtimes;
if(Array.isArray(data4)){
if(data4.length > 15){
const err5 = {instancePath:instancePath+"/runtimes",schemaPath:"#/properties/runtimes/maxItems",keyword:"maxItems",params:{limit: 15},schema:15,parentSchema:schema145.properties.runtimes,data:data4};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
const len0 = data4.length;
for(let i0=0; i0<len0; i0++){
let data5 = data4[i0];
if(typeof data5 === "string"){
if(!pattern17.test(data5)){
const err6 = {instancePath:instancePath+"/runtimes/" + i0,schemaPath:"#/properties/runtimes/items/pattern",keyword:"pattern",params:{pattern: "^[a-z][a-z0-9.]{1,63}$"},schema:"^[a-z][a-z0-9.]{1,63}$",parentSchema:schema145.properties.runtimes.items,data:data5};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
else {
const err7 = {instancePath:instancePath+"/runtimes/" + i0,schemaPath:"#/properties/runtimes/items/type",keyword:"type",params:{type: "string"},schema:schema145.properties.runtimes.items.type,parentSchema:schema145.properties.runtimes.items,data:data5};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
let i1 = data4.length;
let j0;
if(i1 > 1){
const indices0 = {};
for(;i1--;){
let item0 = data4[i1];
if(typeof item0 !== "string"){
continue;
}
if(typeof indices0[item0] == "number"){
j0 = indices0[item0];
const err8 = {instancePath:instancePath+"/runtimes",schemaPath:"#/properties/runtimes/uniqueItems",keyword:"uniqueItems",params:{i: i1, j: j0},schema:true,parentSchema:schema145.properties.runtimes,data:data4};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
break;
}
indices0[item0] = i1;
}
}
}
else {
const err9 = {instancePath:instancePath+"/runtimes",schemaPath:"#/properties/runtimes/type",keyword:"type",params:{type: "array"},schema:schema145.properties.runtimes.type,parentSchema:schema145.properties.runtimes,data:data4};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data.architectures !== undefined){
let data6 = data.architectures;
if(Array.isArray(data6)){
if(data6.length > 2){
const err10 = {instancePath:instancePath+"/architectures",schemaPath:"#/properties/architectures/maxItems",keyword:"maxItems",params:{limit: 2},schema:2,parentSchema:schema145.properties.architectures,data:data6};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
const len1 = data6.length;
for(let i2=0; i2<len1; i2++){
let data7 = data6[i2];
if(typeof data7 !== "string"){
const err11 = {instancePath:instancePath+"/architectures/" + i2,schemaPath:"#/properties/architectures/items/type",keyword:"type",params:{type: "string"},schema:schema145.properties.architectures.items.type,parentSchema:schema145.properties.architectures.items,data:data7};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
if(!((data7 === "x86_64") || (data7 === "arm64"))){
const err12 = {instancePath:instancePath+"/architectures/" + i2,schemaPath:"#/properties/architectures/items/enum",keyword:"enum",params:{allowedValues: schema145.properties.architectures.items.enum},schema:schema145.properties.architectures.items.enum,parentSchema:schema145.properties.architectures.items,data:data7};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
let i3 = data6.length;
let j1;
if(i3 > 1){
const indices1 = {};
for(;i3--;){
let item1 = data6[i3];
if(typeof item1 !== "string"){
continue;
}
if(typeof indices1[item1] == "number"){
j1 = indices1[item1];
const err13 = {instancePath:instancePath+"/architectures",schemaPath:"#/properties/architectures/uniqueItems",keyword:"uniqueItems",params:{i: i3, j: j1},schema:true,parentSchema:schema145.properties.architectures,data:data6};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
break;
}
indices1[item1] = i3;
}
}
}
else {
const err14 = {instancePath:instancePath+"/architectures",schemaPath:"#/properties/architectures/type",keyword:"type",params:{type: "array"},schema:schema145.properties.architectures.type,parentSchema:schema145.properties.architectures,data:data6};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data.license !== undefined){
let data8 = data.license;
if(typeof data8 === "string"){
if(func3(data8) > 512){
const err15 = {instancePath:instancePath+"/license",schemaPath:"#/properties/license/maxLength",keyword:"maxLength",params:{limit: 512},schema:512,parentSchema:schema145.properties.license,data:data8};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
else {
const err16 = {instancePath:instancePath+"/license",schemaPath:"#/properties/license/type",keyword:"type",params:{type: "string"},schema:schema145.properties.license.type,parentSchema:schema145.properties.license,data:data8};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data.keep !== undefined){
let data9 = data.keep;
if(!(((typeof data9 == "number") && (!(data9 % 1) && !isNaN(data9))) && (isFinite(data9)))){
const err17 = {instancePath:instancePath+"/keep",schemaPath:"#/properties/keep/type",keyword:"type",params:{type: "integer"},schema:schema145.properties.keep.type,parentSchema:schema145.properties.keep,data:data9};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
if((typeof data9 == "number") && (isFinite(data9))){
if(data9 > 1000000 || isNaN(data9)){
const err18 = {instancePath:instancePath+"/keep",schemaPath:"#/properties/keep/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000},schema:1000000,parentSchema:schema145.properties.keep,data:data9};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
if(data9 < 1 || isNaN(data9)){
const err19 = {instancePath:instancePath+"/keep",schemaPath:"#/properties/keep/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},schema:1,parentSchema:schema145.properties.keep,data:data9};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
}
}
else {
const err20 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema145.type,parentSchema:schema145,data};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
validate115.errors = vErrors;
return errors === 0;
}

const schema149 = {"title":"Rollout","description":"How traffic moves to the candidate: a canary, equal steps, free steps, or one of CodeDeploy's words.","examples":[{"canary":"10%","bake":"10m"},"Linear10PercentEvery2Minutes",{"steps":[{"weight":"5%","bake":"5m","approval":true},{"weight":"50%","bake":"10m"}]}],"anyOf":[{"$ref":"#/definitions/preset"},{"$ref":"#/definitions/canary"},{"$ref":"#/definitions/linear"},{"$ref":"#/definitions/steps"}],"$comment":"rollout","branches":{"preset":null,"canary":["canary","bake","approval","bakeAfter"],"linear":["linear","every","bakeAfter"],"steps":["steps","bakeAfter"]}};
const schema150 = {"title":"Preset","description":"One of CodeDeploy's words for a rollout.","enum":["Canary10Percent5Minutes","Canary10Percent10Minutes","Canary10Percent15Minutes","Canary10Percent30Minutes","Linear10PercentEvery1Minute","Linear10PercentEvery2Minutes","Linear10PercentEvery3Minutes","Linear10PercentEvery10Minutes","AllAtOnce"],"type":"string","examples":["Canary10Percent5Minutes"],"$comment":"preset"};
const schema151 = {"title":"Canary","description":"A share of the traffic first, then all of it.","type":"object","required":["canary"],"additionalProperties":false,"examples":[{"canary":"10%","bake":"10m"}],"properties":{"canary":{"$ref":"#/definitions/weight","description":"The share of requests that the candidate gets first.","examples":["10%"]},"bake":{"$ref":"#/definitions/duration","description":"How long it is watched at that share before it gets everything.","default":"10m","examples":["10m"]},"approval":{"$ref":"#/definitions/approval","description":"Whether a person has to approve before it gets everything.","examples":[true,{"expires":"4h","then":"continue"}]},"bakeAfter":{"$ref":"#/definitions/duration","description":"How long it is watched at 100% before the release ends.","default":"0s","examples":["5m"]}},"$comment":"canary"};
const schema152 = {"description":"The share of requests that the candidate gets: above 0%, below 100%.","type":"string","pattern":"^(?!0{1,2}(\\.0)?%)\\d{1,2}(\\.\\d)?%$","examples":["10%","0.5%"],"$comment":"weight"};
const pattern95 = new RegExp("^(?!0{1,2}(\\.0)?%)\\d{1,2}(\\.\\d)?%$", "u");
const schema154 = {"description":"Waits for `shipit approve`, for 24 hours; or says how long, and what then.","examples":[true,{"expires":"4h","then":"continue"}],"anyOf":[{"$ref":"#/definitions/approvalWord"},{"$ref":"#/definitions/approvalTerms"}],"$comment":"approval","branches":{"approvalWord":null,"approvalTerms":["expires","then"]}};
const schema155 = {"description":"Whether a person has to approve.","type":"boolean","examples":[true],"$comment":"approvalWord"};
const schema156 = {"title":"Approval terms","description":"How long it waits for a person, and what then.","type":"object","additionalProperties":false,"examples":[{"expires":"4h","then":"continue"}],"properties":{"expires":{"$ref":"#/definitions/duration","description":"How long it waits.","default":"24h","examples":["4h"]},"then":{"description":"What happens when nobody answered.","type":"string","enum":["rollback","continue"],"default":"rollback","examples":["continue"],"$comment":"approvalTerms.then"}},"$comment":"approvalTerms"};

function validate122(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!((key0 === "expires") || (key0 === "then"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema156,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.expires !== undefined){
let data0 = data.expires;
if(typeof data0 === "string"){
if(!pattern6.test(data0)){
const err1 = {instancePath:instancePath+"/expires",schemaPath:"#/definitions/duration/pattern",keyword:"pattern",params:{pattern: "^(?=.)(\\d{1,4}h)?(\\d{1,5}m(?!s))?(\\d{1,6}s)?(\\d{1,7}ms)?$"},schema:"^(?=.)(\\d{1,4}h)?(\\d{1,5}m(?!s))?(\\d{1,6}s)?(\\d{1,7}ms)?$",parentSchema:schema36,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
else {
const err2 = {instancePath:instancePath+"/expires",schemaPath:"#/definitions/duration/type",keyword:"type",params:{type: "string"},schema:schema36.type,parentSchema:schema36,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.then !== undefined){
let data1 = data.then;
if(typeof data1 !== "string"){
const err3 = {instancePath:instancePath+"/then",schemaPath:"#/properties/then/type",keyword:"type",params:{type: "string"},schema:schema156.properties.then.type,parentSchema:schema156.properties.then,data:data1};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(!((data1 === "rollback") || (data1 === "continue"))){
const err4 = {instancePath:instancePath+"/then",schemaPath:"#/properties/then/enum",keyword:"enum",params:{allowedValues: schema156.properties.then.enum},schema:schema156.properties.then.enum,parentSchema:schema156.properties.then,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
}
else {
const err5 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema156.type,parentSchema:schema156,data};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
validate122.errors = vErrors;
return errors === 0;
}


function validate121(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
const _errs1 = errors;
let valid0 = false;
const _errs2 = errors;
if(typeof data !== "boolean"){
const err0 = {instancePath,schemaPath:"#/definitions/approvalWord/type",keyword:"type",params:{type: "boolean"},schema:schema155.type,parentSchema:schema155,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
var _valid0 = _errs2 === errors;
valid0 = valid0 || _valid0;
if(!valid0){
const _errs6 = errors;
if(!(validate122(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validate122.errors : vErrors.concat(validate122.errors);
errors = vErrors.length;
}
var _valid0 = _errs6 === errors;
valid0 = valid0 || _valid0;
}
if(!valid0){
const err1 = {instancePath,schemaPath:"#/anyOf",keyword:"anyOf",params:{},schema:schema154.anyOf,parentSchema:schema154,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
else {
errors = _errs1;
if(vErrors !== null){
if(_errs1){
vErrors.length = _errs1;
}
else {
vErrors = null;
}
}
}
validate121.errors = vErrors;
return errors === 0;
}


function validate120(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.canary === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "canary"},schema:schema151.required,parentSchema:schema151,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!((((key0 === "canary") || (key0 === "bake")) || (key0 === "approval")) || (key0 === "bakeAfter"))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema151,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.canary !== undefined){
let data0 = data.canary;
if(typeof data0 === "string"){
if(!pattern95.test(data0)){
const err2 = {instancePath:instancePath+"/canary",schemaPath:"#/definitions/weight/pattern",keyword:"pattern",params:{pattern: "^(?!0{1,2}(\\.0)?%)\\d{1,2}(\\.\\d)?%$"},schema:"^(?!0{1,2}(\\.0)?%)\\d{1,2}(\\.\\d)?%$",parentSchema:schema152,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
else {
const err3 = {instancePath:instancePath+"/canary",schemaPath:"#/definitions/weight/type",keyword:"type",params:{type: "string"},schema:schema152.type,parentSchema:schema152,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.bake !== undefined){
let data1 = data.bake;
if(typeof data1 === "string"){
if(!pattern6.test(data1)){
const err4 = {instancePath:instancePath+"/bake",schemaPath:"#/definitions/duration/pattern",keyword:"pattern",params:{pattern: "^(?=.)(\\d{1,4}h)?(\\d{1,5}m(?!s))?(\\d{1,6}s)?(\\d{1,7}ms)?$"},schema:"^(?=.)(\\d{1,4}h)?(\\d{1,5}m(?!s))?(\\d{1,6}s)?(\\d{1,7}ms)?$",parentSchema:schema36,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
else {
const err5 = {instancePath:instancePath+"/bake",schemaPath:"#/definitions/duration/type",keyword:"type",params:{type: "string"},schema:schema36.type,parentSchema:schema36,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.approval !== undefined){
if(!(validate121(data.approval, {instancePath:instancePath+"/approval",parentData:data,parentDataProperty:"approval",rootData}))){
vErrors = vErrors === null ? validate121.errors : vErrors.concat(validate121.errors);
errors = vErrors.length;
}
}
if(data.bakeAfter !== undefined){
let data3 = data.bakeAfter;
if(typeof data3 === "string"){
if(!pattern6.test(data3)){
const err6 = {instancePath:instancePath+"/bakeAfter",schemaPath:"#/definitions/duration/pattern",keyword:"pattern",params:{pattern: "^(?=.)(\\d{1,4}h)?(\\d{1,5}m(?!s))?(\\d{1,6}s)?(\\d{1,7}ms)?$"},schema:"^(?=.)(\\d{1,4}h)?(\\d{1,5}m(?!s))?(\\d{1,6}s)?(\\d{1,7}ms)?$",parentSchema:schema36,data:data3};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
else {
const err7 = {instancePath:instancePath+"/bakeAfter",schemaPath:"#/definitions/duration/type",keyword:"type",params:{type: "string"},schema:schema36.type,parentSchema:schema36,data:data3};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
}
else {
const err8 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema151.type,parentSchema:schema151,data};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
validate120.errors = vErrors;
return errors === 0;
}

const schema159 = {"title":"Linear","description":"Equal shares, one after the other.","type":"object","required":["linear","every"],"additionalProperties":false,"examples":[{"linear":"10%","every":"1m"}],"properties":{"linear":{"$ref":"#/definitions/weight","description":"The share of requests that each step adds.","examples":["10%"]},"every":{"$ref":"#/definitions/duration","description":"How long each step is watched.","examples":["1m"]},"bakeAfter":{"$ref":"#/definitions/duration","description":"How long it is watched at 100% before the release ends.","default":"0s","examples":["5m"]}},"$comment":"linear"};

function validate126(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.linear === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "linear"},schema:schema159.required,parentSchema:schema159,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.every === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "every"},schema:schema159.required,parentSchema:schema159,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 in data){
if(!(((key0 === "linear") || (key0 === "every")) || (key0 === "bakeAfter"))){
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema159,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.linear !== undefined){
let data0 = data.linear;
if(typeof data0 === "string"){
if(!pattern95.test(data0)){
const err3 = {instancePath:instancePath+"/linear",schemaPath:"#/definitions/weight/pattern",keyword:"pattern",params:{pattern: "^(?!0{1,2}(\\.0)?%)\\d{1,2}(\\.\\d)?%$"},schema:"^(?!0{1,2}(\\.0)?%)\\d{1,2}(\\.\\d)?%$",parentSchema:schema152,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
else {
const err4 = {instancePath:instancePath+"/linear",schemaPath:"#/definitions/weight/type",keyword:"type",params:{type: "string"},schema:schema152.type,parentSchema:schema152,data:data0};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.every !== undefined){
let data1 = data.every;
if(typeof data1 === "string"){
if(!pattern6.test(data1)){
const err5 = {instancePath:instancePath+"/every",schemaPath:"#/definitions/duration/pattern",keyword:"pattern",params:{pattern: "^(?=.)(\\d{1,4}h)?(\\d{1,5}m(?!s))?(\\d{1,6}s)?(\\d{1,7}ms)?$"},schema:"^(?=.)(\\d{1,4}h)?(\\d{1,5}m(?!s))?(\\d{1,6}s)?(\\d{1,7}ms)?$",parentSchema:schema36,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
else {
const err6 = {instancePath:instancePath+"/every",schemaPath:"#/definitions/duration/type",keyword:"type",params:{type: "string"},schema:schema36.type,parentSchema:schema36,data:data1};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.bakeAfter !== undefined){
let data2 = data.bakeAfter;
if(typeof data2 === "string"){
if(!pattern6.test(data2)){
const err7 = {instancePath:instancePath+"/bakeAfter",schemaPath:"#/definitions/duration/pattern",keyword:"pattern",params:{pattern: "^(?=.)(\\d{1,4}h)?(\\d{1,5}m(?!s))?(\\d{1,6}s)?(\\d{1,7}ms)?$"},schema:"^(?=.)(\\d{1,4}h)?(\\d{1,5}m(?!s))?(\\d{1,6}s)?(\\d{1,7}ms)?$",parentSchema:schema36,data:data2};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
else {
const err8 = {instancePath:instancePath+"/bakeAfter",schemaPath:"#/definitions/duration/type",keyword:"type",params:{type: "string"},schema:schema36.type,parentSchema:schema36,data:data2};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
}
else {
const err9 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema159.type,parentSchema:schema159,data};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
validate126.errors = vErrors;
return errors === 0;
}

const schema163 = {"title":"Steps","description":"Free steps, each with its own weight and bake; 100% follows the last one.","type":"object","required":["steps"],"additionalProperties":false,"examples":[{"steps":[{"weight":"1%","bake":"2m"}],"bakeAfter":"5m"}],"properties":{"steps":{"description":"The steps; their weights rise.","type":"array","minItems":1,"maxItems":100,"items":{"$ref":"#/definitions/step"},"examples":[[{"weight":"1%","bake":"2m"}]],"$comment":"steps.steps"},"bakeAfter":{"$ref":"#/definitions/duration","description":"How long it is watched at 100% before the release ends.","default":"0s","examples":["5m"]}},"$comment":"steps"};
const schema164 = {"title":"Step","description":"One stop of a rollout.","type":"object","required":["weight"],"additionalProperties":false,"examples":[{"weight":"25%","bake":"5m"}],"properties":{"weight":{"$ref":"#/definitions/weight","description":"The share of requests that the candidate gets in this step.","examples":["25%"]},"bake":{"$ref":"#/definitions/duration","description":"How long this step is watched.","default":"10m","examples":["5m"]},"alarms":{"description":"Names of alarms that veto while this step lasts, beside those of the functions.","type":"array","maxItems":100,"uniqueItems":true,"items":{"description":"Name of an existing CloudWatch alarm.","type":"string","minLength":1,"maxLength":255,"examples":["orders-api-errors"],"$comment":"alarmName"},"examples":[["orders-checkout-errors"]],"$comment":"step.alarms"},"hooks":{"$ref":"#/definitions/hookList","description":"What is asked when its bake is over, after the hooks of the functions.","examples":[[{"run":["npm","run","smoke"]}]]},"approval":{"$ref":"#/definitions/approval","description":"Whether a person has to approve before the next step.","examples":[true,{"expires":"4h","then":"continue"}]}},"$comment":"step"};

function validate129(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.weight === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "weight"},schema:schema164.required,parentSchema:schema164,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!(((((key0 === "weight") || (key0 === "bake")) || (key0 === "alarms")) || (key0 === "hooks")) || (key0 === "approval"))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema164,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.weight !== undefined){
let data0 = data.weight;
if(typeof data0 === "string"){
if(!pattern95.test(data0)){
const err2 = {instancePath:instancePath+"/weight",schemaPath:"#/definitions/weight/pattern",keyword:"pattern",params:{pattern: "^(?!0{1,2}(\\.0)?%)\\d{1,2}(\\.\\d)?%$"},schema:"^(?!0{1,2}(\\.0)?%)\\d{1,2}(\\.\\d)?%$",parentSchema:schema152,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
else {
const err3 = {instancePath:instancePath+"/weight",schemaPath:"#/definitions/weight/type",keyword:"type",params:{type: "string"},schema:schema152.type,parentSchema:schema152,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.bake !== undefined){
let data1 = data.bake;
if(typeof data1 === "string"){
if(!pattern6.test(data1)){
const err4 = {instancePath:instancePath+"/bake",schemaPath:"#/definitions/duration/pattern",keyword:"pattern",params:{pattern: "^(?=.)(\\d{1,4}h)?(\\d{1,5}m(?!s))?(\\d{1,6}s)?(\\d{1,7}ms)?$"},schema:"^(?=.)(\\d{1,4}h)?(\\d{1,5}m(?!s))?(\\d{1,6}s)?(\\d{1,7}ms)?$",parentSchema:schema36,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
else {
const err5 = {instancePath:instancePath+"/bake",schemaPath:"#/definitions/duration/type",keyword:"type",params:{type: "string"},schema:schema36.type,parentSchema:schema36,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.alarms !== undefined){
let data2 = data.alarms;
if(Array.isArray(data2)){
if(data2.length > 100){
const err6 = {instancePath:instancePath+"/alarms",schemaPath:"#/properties/alarms/maxItems",keyword:"maxItems",params:{limit: 100},schema:100,parentSchema:schema164.properties.alarms,data:data2};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
const len0 = data2.length;
for(let i0=0; i0<len0; i0++){
let data3 = data2[i0];
if(typeof data3 === "string"){
if(func3(data3) > 255){
const err7 = {instancePath:instancePath+"/alarms/" + i0,schemaPath:"#/properties/alarms/items/maxLength",keyword:"maxLength",params:{limit: 255},schema:255,parentSchema:schema164.properties.alarms.items,data:data3};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
if(func3(data3) < 1){
const err8 = {instancePath:instancePath+"/alarms/" + i0,schemaPath:"#/properties/alarms/items/minLength",keyword:"minLength",params:{limit: 1},schema:1,parentSchema:schema164.properties.alarms.items,data:data3};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
else {
const err9 = {instancePath:instancePath+"/alarms/" + i0,schemaPath:"#/properties/alarms/items/type",keyword:"type",params:{type: "string"},schema:schema164.properties.alarms.items.type,parentSchema:schema164.properties.alarms.items,data:data3};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
let i1 = data2.length;
let j0;
if(i1 > 1){
const indices0 = {};
for(;i1--;){
let item0 = data2[i1];
if(typeof item0 !== "string"){
continue;
}
if(typeof indices0[item0] == "number"){
j0 = indices0[item0];
const err10 = {instancePath:instancePath+"/alarms",schemaPath:"#/properties/alarms/uniqueItems",keyword:"uniqueItems",params:{i: i1, j: j0},schema:true,parentSchema:schema164.properties.alarms,data:data2};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
break;
}
indices0[item0] = i1;
}
}
}
else {
const err11 = {instancePath:instancePath+"/alarms",schemaPath:"#/properties/alarms/type",keyword:"type",params:{type: "array"},schema:schema164.properties.alarms.type,parentSchema:schema164.properties.alarms,data:data2};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data.hooks !== undefined){
if(!(validate74(data.hooks, {instancePath:instancePath+"/hooks",parentData:data,parentDataProperty:"hooks",rootData}))){
vErrors = vErrors === null ? validate74.errors : vErrors.concat(validate74.errors);
errors = vErrors.length;
}
}
if(data.approval !== undefined){
if(!(validate121(data.approval, {instancePath:instancePath+"/approval",parentData:data,parentDataProperty:"approval",rootData}))){
vErrors = vErrors === null ? validate121.errors : vErrors.concat(validate121.errors);
errors = vErrors.length;
}
}
}
else {
const err12 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema164.type,parentSchema:schema164,data};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
validate129.errors = vErrors;
return errors === 0;
}


function validate128(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.steps === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "steps"},schema:schema163.required,parentSchema:schema163,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!((key0 === "steps") || (key0 === "bakeAfter"))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema163,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.steps !== undefined){
let data0 = data.steps;
if(Array.isArray(data0)){
if(data0.length > 100){
const err2 = {instancePath:instancePath+"/steps",schemaPath:"#/properties/steps/maxItems",keyword:"maxItems",params:{limit: 100},schema:100,parentSchema:schema163.properties.steps,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data0.length < 1){
const err3 = {instancePath:instancePath+"/steps",schemaPath:"#/properties/steps/minItems",keyword:"minItems",params:{limit: 1},schema:1,parentSchema:schema163.properties.steps,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
if(!(validate129(data0[i0], {instancePath:instancePath+"/steps/" + i0,parentData:data0,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validate129.errors : vErrors.concat(validate129.errors);
errors = vErrors.length;
}
}
}
else {
const err4 = {instancePath:instancePath+"/steps",schemaPath:"#/properties/steps/type",keyword:"type",params:{type: "array"},schema:schema163.properties.steps.type,parentSchema:schema163.properties.steps,data:data0};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.bakeAfter !== undefined){
let data2 = data.bakeAfter;
if(typeof data2 === "string"){
if(!pattern6.test(data2)){
const err5 = {instancePath:instancePath+"/bakeAfter",schemaPath:"#/definitions/duration/pattern",keyword:"pattern",params:{pattern: "^(?=.)(\\d{1,4}h)?(\\d{1,5}m(?!s))?(\\d{1,6}s)?(\\d{1,7}ms)?$"},schema:"^(?=.)(\\d{1,4}h)?(\\d{1,5}m(?!s))?(\\d{1,6}s)?(\\d{1,7}ms)?$",parentSchema:schema36,data:data2};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
else {
const err6 = {instancePath:instancePath+"/bakeAfter",schemaPath:"#/definitions/duration/type",keyword:"type",params:{type: "string"},schema:schema36.type,parentSchema:schema36,data:data2};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
}
else {
const err7 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema163.type,parentSchema:schema163,data};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
validate128.errors = vErrors;
return errors === 0;
}


function validate119(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
const _errs1 = errors;
let valid0 = false;
const _errs2 = errors;
if(typeof data !== "string"){
const err0 = {instancePath,schemaPath:"#/definitions/preset/type",keyword:"type",params:{type: "string"},schema:schema150.type,parentSchema:schema150,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(!(((((((((data === "Canary10Percent5Minutes") || (data === "Canary10Percent10Minutes")) || (data === "Canary10Percent15Minutes")) || (data === "Canary10Percent30Minutes")) || (data === "Linear10PercentEvery1Minute")) || (data === "Linear10PercentEvery2Minutes")) || (data === "Linear10PercentEvery3Minutes")) || (data === "Linear10PercentEvery10Minutes")) || (data === "AllAtOnce"))){
const err1 = {instancePath,schemaPath:"#/definitions/preset/enum",keyword:"enum",params:{allowedValues: schema150.enum},schema:schema150.enum,parentSchema:schema150,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
var _valid0 = _errs2 === errors;
valid0 = valid0 || _valid0;
if(!valid0){
const _errs6 = errors;
if(!(validate120(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validate120.errors : vErrors.concat(validate120.errors);
errors = vErrors.length;
}
var _valid0 = _errs6 === errors;
valid0 = valid0 || _valid0;
if(!valid0){
const _errs7 = errors;
if(!(validate126(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validate126.errors : vErrors.concat(validate126.errors);
errors = vErrors.length;
}
var _valid0 = _errs7 === errors;
valid0 = valid0 || _valid0;
if(!valid0){
const _errs8 = errors;
if(!(validate128(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validate128.errors : vErrors.concat(validate128.errors);
errors = vErrors.length;
}
var _valid0 = _errs8 === errors;
valid0 = valid0 || _valid0;
}
}
}
if(!valid0){
const err2 = {instancePath,schemaPath:"#/anyOf",keyword:"anyOf",params:{},schema:schema149.anyOf,parentSchema:schema149,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
else {
errors = _errs1;
if(vErrors !== null){
if(_errs1){
vErrors.length = _errs1;
}
else {
vErrors = null;
}
}
}
validate119.errors = vErrors;
return errors === 0;
}

const schema168 = {"title":"Guard","description":"The built-in gate: the candidate's own error rate over a step, and how alarms are read. It is on unless a release says --no-gate.","type":"object","additionalProperties":false,"examples":[{"maxErrorRate":"5%","minInvocations":20},{"insufficientData":"hold","ignoreFiring":["orders-known-problem"]}],"properties":{"maxErrorRate":{"$ref":"#/definitions/percent","description":"The largest share of the candidate's requests that may fail over a step.","default":"5%","examples":["5%"]},"minInvocations":{"description":"The guard does not speak before the candidate answered this many requests in a step.","type":"integer","minimum":1,"maximum":1000000,"default":20,"examples":[20],"$comment":"guard.minInvocations"},"insufficientData":{"description":"What an alarm without data says: nothing, wait, or go back.","type":"string","enum":["pass","hold","fail"],"default":"pass","examples":["hold"],"$comment":"guard.insufficientData"},"ignoreFiring":{"description":"Alarms that may fire and send nothing back; releases say which they were.","type":"array","maxItems":100,"uniqueItems":true,"items":{"description":"Name of an existing CloudWatch alarm.","type":"string","minLength":1,"maxLength":255,"examples":["orders-api-errors"],"$comment":"alarmName"},"examples":[["orders-known-problem"]],"$comment":"guard.ignoreFiring"},"onInconclusive":{"description":"What becomes of a step that is over without enough to judge it by.","type":"string","enum":["promote","hold","rollback"],"default":"promote","examples":["hold"],"$comment":"guard.onInconclusive"},"holdFor":{"$ref":"#/definitions/duration","description":"How long such a step waits for more before the release goes back.","default":"30m","examples":["1h"]}},"$comment":"guard"};

function validate135(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!((((((key0 === "maxErrorRate") || (key0 === "minInvocations")) || (key0 === "insufficientData")) || (key0 === "ignoreFiring")) || (key0 === "onInconclusive")) || (key0 === "holdFor"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema168,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.maxErrorRate !== undefined){
let data0 = data.maxErrorRate;
if(typeof data0 === "string"){
if(!pattern47.test(data0)){
const err1 = {instancePath:instancePath+"/maxErrorRate",schemaPath:"#/definitions/percent/pattern",keyword:"pattern",params:{pattern: "^(100(\\.0)?|\\d{1,2}(\\.\\d)?)%$"},schema:"^(100(\\.0)?|\\d{1,2}(\\.\\d)?)%$",parentSchema:schema90,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
else {
const err2 = {instancePath:instancePath+"/maxErrorRate",schemaPath:"#/definitions/percent/type",keyword:"type",params:{type: "string"},schema:schema90.type,parentSchema:schema90,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.minInvocations !== undefined){
let data1 = data.minInvocations;
if(!(((typeof data1 == "number") && (!(data1 % 1) && !isNaN(data1))) && (isFinite(data1)))){
const err3 = {instancePath:instancePath+"/minInvocations",schemaPath:"#/properties/minInvocations/type",keyword:"type",params:{type: "integer"},schema:schema168.properties.minInvocations.type,parentSchema:schema168.properties.minInvocations,data:data1};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if((typeof data1 == "number") && (isFinite(data1))){
if(data1 > 1000000 || isNaN(data1)){
const err4 = {instancePath:instancePath+"/minInvocations",schemaPath:"#/properties/minInvocations/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000},schema:1000000,parentSchema:schema168.properties.minInvocations,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(data1 < 1 || isNaN(data1)){
const err5 = {instancePath:instancePath+"/minInvocations",schemaPath:"#/properties/minInvocations/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},schema:1,parentSchema:schema168.properties.minInvocations,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
}
if(data.insufficientData !== undefined){
let data2 = data.insufficientData;
if(typeof data2 !== "string"){
const err6 = {instancePath:instancePath+"/insufficientData",schemaPath:"#/properties/insufficientData/type",keyword:"type",params:{type: "string"},schema:schema168.properties.insufficientData.type,parentSchema:schema168.properties.insufficientData,data:data2};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(!(((data2 === "pass") || (data2 === "hold")) || (data2 === "fail"))){
const err7 = {instancePath:instancePath+"/insufficientData",schemaPath:"#/properties/insufficientData/enum",keyword:"enum",params:{allowedValues: schema168.properties.insufficientData.enum},schema:schema168.properties.insufficientData.enum,parentSchema:schema168.properties.insufficientData,data:data2};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.ignoreFiring !== undefined){
let data3 = data.ignoreFiring;
if(Array.isArray(data3)){
if(data3.length > 100){
const err8 = {instancePath:instancePath+"/ignoreFiring",schemaPath:"#/properties/ignoreFiring/maxItems",keyword:"maxItems",params:{limit: 100},schema:100,parentSchema:schema168.properties.ignoreFiring,data:data3};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
const len0 = data3.length;
for(let i0=0; i0<len0; i0++){
let data4 = data3[i0];
if(typeof data4 === "string"){
if(func3(data4) > 255){
const err9 = {instancePath:instancePath+"/ignoreFiring/" + i0,schemaPath:"#/properties/ignoreFiring/items/maxLength",keyword:"maxLength",params:{limit: 255},schema:255,parentSchema:schema168.properties.ignoreFiring.items,data:data4};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
if(func3(data4) < 1){
const err10 = {instancePath:instancePath+"/ignoreFiring/" + i0,schemaPath:"#/properties/ignoreFiring/items/minLength",keyword:"minLength",params:{limit: 1},schema:1,parentSchema:schema168.properties.ignoreFiring.items,data:data4};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
else {
const err11 = {instancePath:instancePath+"/ignoreFiring/" + i0,schemaPath:"#/properties/ignoreFiring/items/type",keyword:"type",params:{type: "string"},schema:schema168.properties.ignoreFiring.items.type,parentSchema:schema168.properties.ignoreFiring.items,data:data4};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
let i1 = data3.length;
let j0;
if(i1 > 1){
const indices0 = {};
for(;i1--;){
let item0 = data3[i1];
if(typeof item0 !== "string"){
continue;
}
if(typeof indices0[item0] == "number"){
j0 = indices0[item0];
const err12 = {instancePath:instancePath+"/ignoreFiring",schemaPath:"#/properties/ignoreFiring/uniqueItems",keyword:"uniqueItems",params:{i: i1, j: j0},schema:true,parentSchema:schema168.properties.ignoreFiring,data:data3};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
break;
}
indices0[item0] = i1;
}
}
}
else {
const err13 = {instancePath:instancePath+"/ignoreFiring",schemaPath:"#/properties/ignoreFiring/type",keyword:"type",params:{type: "array"},schema:schema168.properties.ignoreFiring.type,parentSchema:schema168.properties.ignoreFiring,data:data3};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data.onInconclusive !== undefined){
let data5 = data.onInconclusive;
if(typeof data5 !== "string"){
const err14 = {instancePath:instancePath+"/onInconclusive",schemaPath:"#/properties/onInconclusive/type",keyword:"type",params:{type: "string"},schema:schema168.properties.onInconclusive.type,parentSchema:schema168.properties.onInconclusive,data:data5};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
if(!(((data5 === "promote") || (data5 === "hold")) || (data5 === "rollback"))){
const err15 = {instancePath:instancePath+"/onInconclusive",schemaPath:"#/properties/onInconclusive/enum",keyword:"enum",params:{allowedValues: schema168.properties.onInconclusive.enum},schema:schema168.properties.onInconclusive.enum,parentSchema:schema168.properties.onInconclusive,data:data5};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data.holdFor !== undefined){
let data6 = data.holdFor;
if(typeof data6 === "string"){
if(!pattern6.test(data6)){
const err16 = {instancePath:instancePath+"/holdFor",schemaPath:"#/definitions/duration/pattern",keyword:"pattern",params:{pattern: "^(?=.)(\\d{1,4}h)?(\\d{1,5}m(?!s))?(\\d{1,6}s)?(\\d{1,7}ms)?$"},schema:"^(?=.)(\\d{1,4}h)?(\\d{1,5}m(?!s))?(\\d{1,6}s)?(\\d{1,7}ms)?$",parentSchema:schema36,data:data6};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
else {
const err17 = {instancePath:instancePath+"/holdFor",schemaPath:"#/definitions/duration/type",keyword:"type",params:{type: "string"},schema:schema36.type,parentSchema:schema36,data:data6};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
}
else {
const err18 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema168.type,parentSchema:schema168,data};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
validate135.errors = vErrors;
return errors === 0;
}

const schema172 = {"description":"Who hears of releases. One that cannot be reached never disturbs a release.","type":"array","maxItems":50,"items":{"$ref":"#/definitions/channel"},"examples":[[{"sns":"arn:aws:sns:eu-west-1:123456789012:releases","on":["rolledBack","stuck"]}]],"$comment":"notifications"};
const schema173 = {"title":"Channel","description":"Who hears of a release: a topic of SNS, a bus of EventBridge, a channel of Slack, or any address.","examples":[{"sns":"arn:aws:sns:eu-west-1:123456789012:releases","on":["rolledBack","stuck"]},{"slack":"${secret:releases/slack}"}],"anyOf":[{"$ref":"#/definitions/sns"},{"$ref":"#/definitions/eventBridge"},{"$ref":"#/definitions/slack"},{"$ref":"#/definitions/webhook"}],"$comment":"channel","branches":{"sns":["sns","on"],"eventBridge":["eventBridge","on"],"slack":["slack","on"],"webhook":["webhook","headers","on"]}};
const schema174 = {"title":"Sns","description":"A topic of SNS.","type":"object","required":["sns"],"additionalProperties":false,"examples":[{"sns":"arn:aws:sns:eu-west-1:123456789012:releases"}],"properties":{"sns":{"description":"ARN of the topic.","type":"string","pattern":"^arn:aws[a-zA-Z-]*:sns:(eusc-)?[a-z]{2}(-gov|-iso[a-z]?)?-[a-z]+-\\d:\\d{12}:[a-zA-Z0-9_-]{1,256}$","examples":["arn:aws:sns:eu-west-1:123456789012:releases"],"$comment":"sns.sns"},"on":{"$ref":"#/definitions/occasions"}},"$comment":"sns"};
const schema175 = {"description":"Of what it hears. Without it, of everything.","type":"array","minItems":1,"maxItems":6,"uniqueItems":true,"items":{"description":"What can be told of a release.","type":"string","enum":["started","step","waiting","rolledBack","promoted","stuck"],"examples":["rolledBack"],"$comment":"occasion"},"examples":[["rolledBack","stuck"]],"$comment":"occasions"};
const pattern109 = new RegExp("^arn:aws[a-zA-Z-]*:sns:(eusc-)?[a-z]{2}(-gov|-iso[a-z]?)?-[a-z]+-\\d:\\d{12}:[a-zA-Z0-9_-]{1,256}$", "u");

function validate140(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.sns === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "sns"},schema:schema174.required,parentSchema:schema174,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!((key0 === "sns") || (key0 === "on"))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema174,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.sns !== undefined){
let data0 = data.sns;
if(typeof data0 === "string"){
if(!pattern109.test(data0)){
const err2 = {instancePath:instancePath+"/sns",schemaPath:"#/properties/sns/pattern",keyword:"pattern",params:{pattern: "^arn:aws[a-zA-Z-]*:sns:(eusc-)?[a-z]{2}(-gov|-iso[a-z]?)?-[a-z]+-\\d:\\d{12}:[a-zA-Z0-9_-]{1,256}$"},schema:"^arn:aws[a-zA-Z-]*:sns:(eusc-)?[a-z]{2}(-gov|-iso[a-z]?)?-[a-z]+-\\d:\\d{12}:[a-zA-Z0-9_-]{1,256}$",parentSchema:schema174.properties.sns,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
else {
const err3 = {instancePath:instancePath+"/sns",schemaPath:"#/properties/sns/type",keyword:"type",params:{type: "string"},schema:schema174.properties.sns.type,parentSchema:schema174.properties.sns,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.on !== undefined){
let data1 = data.on;
if(Array.isArray(data1)){
if(data1.length > 6){
const err4 = {instancePath:instancePath+"/on",schemaPath:"#/definitions/occasions/maxItems",keyword:"maxItems",params:{limit: 6},schema:6,parentSchema:schema175,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(data1.length < 1){
const err5 = {instancePath:instancePath+"/on",schemaPath:"#/definitions/occasions/minItems",keyword:"minItems",params:{limit: 1},schema:1,parentSchema:schema175,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
const len0 = data1.length;
for(let i0=0; i0<len0; i0++){
let data2 = data1[i0];
if(typeof data2 !== "string"){
const err6 = {instancePath:instancePath+"/on/" + i0,schemaPath:"#/definitions/occasions/items/type",keyword:"type",params:{type: "string"},schema:schema175.items.type,parentSchema:schema175.items,data:data2};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(!((((((data2 === "started") || (data2 === "step")) || (data2 === "waiting")) || (data2 === "rolledBack")) || (data2 === "promoted")) || (data2 === "stuck"))){
const err7 = {instancePath:instancePath+"/on/" + i0,schemaPath:"#/definitions/occasions/items/enum",keyword:"enum",params:{allowedValues: schema175.items.enum},schema:schema175.items.enum,parentSchema:schema175.items,data:data2};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
let i1 = data1.length;
let j0;
if(i1 > 1){
const indices0 = {};
for(;i1--;){
let item0 = data1[i1];
if(typeof item0 !== "string"){
continue;
}
if(typeof indices0[item0] == "number"){
j0 = indices0[item0];
const err8 = {instancePath:instancePath+"/on",schemaPath:"#/definitions/occasions/uniqueItems",keyword:"uniqueItems",params:{i: i1, j: j0},schema:true,parentSchema:schema175,data:data1};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
break;
}
indices0[item0] = i1;
}
}
}
else {
const err9 = {instancePath:instancePath+"/on",schemaPath:"#/definitions/occasions/type",keyword:"type",params:{type: "array"},schema:schema175.type,parentSchema:schema175,data:data1};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
}
else {
const err10 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema174.type,parentSchema:schema174,data};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
validate140.errors = vErrors;
return errors === 0;
}

const schema176 = {"title":"Event bridge","description":"A bus of EventBridge; the events have the source `shipit`.","type":"object","required":["eventBridge"],"additionalProperties":false,"examples":[{"eventBridge":"default"}],"properties":{"eventBridge":{"description":"Name or ARN of the bus.","type":"string","pattern":"^(arn:aws[a-zA-Z-]*:events:(eusc-)?[a-z]{2}(-gov|-iso[a-z]?)?-[a-z]+-\\d:\\d{12}:event-bus/)?[/.\\-_A-Za-z0-9]{1,256}$","examples":["default"],"$comment":"eventBridge.eventBridge"},"on":{"$ref":"#/definitions/occasions"}},"$comment":"eventBridge"};
const pattern110 = new RegExp("^(arn:aws[a-zA-Z-]*:events:(eusc-)?[a-z]{2}(-gov|-iso[a-z]?)?-[a-z]+-\\d:\\d{12}:event-bus/)?[/.\\-_A-Za-z0-9]{1,256}$", "u");

function validate142(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.eventBridge === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "eventBridge"},schema:schema176.required,parentSchema:schema176,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!((key0 === "eventBridge") || (key0 === "on"))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema176,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.eventBridge !== undefined){
let data0 = data.eventBridge;
if(typeof data0 === "string"){
if(!pattern110.test(data0)){
const err2 = {instancePath:instancePath+"/eventBridge",schemaPath:"#/properties/eventBridge/pattern",keyword:"pattern",params:{pattern: "^(arn:aws[a-zA-Z-]*:events:(eusc-)?[a-z]{2}(-gov|-iso[a-z]?)?-[a-z]+-\\d:\\d{12}:event-bus/)?[/.\\-_A-Za-z0-9]{1,256}$"},schema:"^(arn:aws[a-zA-Z-]*:events:(eusc-)?[a-z]{2}(-gov|-iso[a-z]?)?-[a-z]+-\\d:\\d{12}:event-bus/)?[/.\\-_A-Za-z0-9]{1,256}$",parentSchema:schema176.properties.eventBridge,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
else {
const err3 = {instancePath:instancePath+"/eventBridge",schemaPath:"#/properties/eventBridge/type",keyword:"type",params:{type: "string"},schema:schema176.properties.eventBridge.type,parentSchema:schema176.properties.eventBridge,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.on !== undefined){
let data1 = data.on;
if(Array.isArray(data1)){
if(data1.length > 6){
const err4 = {instancePath:instancePath+"/on",schemaPath:"#/definitions/occasions/maxItems",keyword:"maxItems",params:{limit: 6},schema:6,parentSchema:schema175,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(data1.length < 1){
const err5 = {instancePath:instancePath+"/on",schemaPath:"#/definitions/occasions/minItems",keyword:"minItems",params:{limit: 1},schema:1,parentSchema:schema175,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
const len0 = data1.length;
for(let i0=0; i0<len0; i0++){
let data2 = data1[i0];
if(typeof data2 !== "string"){
const err6 = {instancePath:instancePath+"/on/" + i0,schemaPath:"#/definitions/occasions/items/type",keyword:"type",params:{type: "string"},schema:schema175.items.type,parentSchema:schema175.items,data:data2};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(!((((((data2 === "started") || (data2 === "step")) || (data2 === "waiting")) || (data2 === "rolledBack")) || (data2 === "promoted")) || (data2 === "stuck"))){
const err7 = {instancePath:instancePath+"/on/" + i0,schemaPath:"#/definitions/occasions/items/enum",keyword:"enum",params:{allowedValues: schema175.items.enum},schema:schema175.items.enum,parentSchema:schema175.items,data:data2};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
let i1 = data1.length;
let j0;
if(i1 > 1){
const indices0 = {};
for(;i1--;){
let item0 = data1[i1];
if(typeof item0 !== "string"){
continue;
}
if(typeof indices0[item0] == "number"){
j0 = indices0[item0];
const err8 = {instancePath:instancePath+"/on",schemaPath:"#/definitions/occasions/uniqueItems",keyword:"uniqueItems",params:{i: i1, j: j0},schema:true,parentSchema:schema175,data:data1};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
break;
}
indices0[item0] = i1;
}
}
}
else {
const err9 = {instancePath:instancePath+"/on",schemaPath:"#/definitions/occasions/type",keyword:"type",params:{type: "array"},schema:schema175.type,parentSchema:schema175,data:data1};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
}
else {
const err10 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema176.type,parentSchema:schema176,data};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
validate142.errors = vErrors;
return errors === 0;
}

const schema178 = {"title":"Slack","description":"A channel of Slack, by an incoming webhook.","type":"object","required":["slack"],"additionalProperties":false,"examples":[{"slack":"${secret:releases/slack}"}],"properties":{"slack":{"$ref":"#/definitions/channelUrl","description":"Address of the webhook, a secret: refer to it.","examples":["${secret:releases/slack}"]},"on":{"$ref":"#/definitions/occasions"}},"$comment":"slack"};
const schema179 = {"description":"An address, with http:// or https://. It may be a secret.","type":"string","maxLength":2048,"pattern":"^https?://[^\\s\\u0000-\\u001f]+$","examples":["https://releases.example.com/shipit"],"$comment":"channelUrl"};

function validate144(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.slack === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "slack"},schema:schema178.required,parentSchema:schema178,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!((key0 === "slack") || (key0 === "on"))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema178,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.slack !== undefined){
let data0 = data.slack;
if(typeof data0 === "string"){
if(func3(data0) > 2048){
const err2 = {instancePath:instancePath+"/slack",schemaPath:"#/definitions/channelUrl/maxLength",keyword:"maxLength",params:{limit: 2048},schema:2048,parentSchema:schema179,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(!pattern52.test(data0)){
const err3 = {instancePath:instancePath+"/slack",schemaPath:"#/definitions/channelUrl/pattern",keyword:"pattern",params:{pattern: "^https?://[^\\s\\u0000-\\u001f]+$"},schema:"^https?://[^\\s\\u0000-\\u001f]+$",parentSchema:schema179,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
else {
const err4 = {instancePath:instancePath+"/slack",schemaPath:"#/definitions/channelUrl/type",keyword:"type",params:{type: "string"},schema:schema179.type,parentSchema:schema179,data:data0};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.on !== undefined){
let data1 = data.on;
if(Array.isArray(data1)){
if(data1.length > 6){
const err5 = {instancePath:instancePath+"/on",schemaPath:"#/definitions/occasions/maxItems",keyword:"maxItems",params:{limit: 6},schema:6,parentSchema:schema175,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(data1.length < 1){
const err6 = {instancePath:instancePath+"/on",schemaPath:"#/definitions/occasions/minItems",keyword:"minItems",params:{limit: 1},schema:1,parentSchema:schema175,data:data1};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
const len0 = data1.length;
for(let i0=0; i0<len0; i0++){
let data2 = data1[i0];
if(typeof data2 !== "string"){
const err7 = {instancePath:instancePath+"/on/" + i0,schemaPath:"#/definitions/occasions/items/type",keyword:"type",params:{type: "string"},schema:schema175.items.type,parentSchema:schema175.items,data:data2};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
if(!((((((data2 === "started") || (data2 === "step")) || (data2 === "waiting")) || (data2 === "rolledBack")) || (data2 === "promoted")) || (data2 === "stuck"))){
const err8 = {instancePath:instancePath+"/on/" + i0,schemaPath:"#/definitions/occasions/items/enum",keyword:"enum",params:{allowedValues: schema175.items.enum},schema:schema175.items.enum,parentSchema:schema175.items,data:data2};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
let i1 = data1.length;
let j0;
if(i1 > 1){
const indices0 = {};
for(;i1--;){
let item0 = data1[i1];
if(typeof item0 !== "string"){
continue;
}
if(typeof indices0[item0] == "number"){
j0 = indices0[item0];
const err9 = {instancePath:instancePath+"/on",schemaPath:"#/definitions/occasions/uniqueItems",keyword:"uniqueItems",params:{i: i1, j: j0},schema:true,parentSchema:schema175,data:data1};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
break;
}
indices0[item0] = i1;
}
}
}
else {
const err10 = {instancePath:instancePath+"/on",schemaPath:"#/definitions/occasions/type",keyword:"type",params:{type: "array"},schema:schema175.type,parentSchema:schema175,data:data1};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
}
else {
const err11 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema178.type,parentSchema:schema178,data};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
validate144.errors = vErrors;
return errors === 0;
}

const schema181 = {"title":"Webhook","description":"Any address that takes JSON.","type":"object","required":["webhook"],"additionalProperties":false,"examples":[{"webhook":"https://releases.example.com/shipit","headers":{"Authorization":"Bearer ${secret:releases/token}"}}],"properties":{"webhook":{"$ref":"#/definitions/channelUrl","description":"The address, with http:// or https://.","examples":["https://releases.example.com/shipit"]},"headers":{"$ref":"#/definitions/headers"},"on":{"$ref":"#/definitions/occasions"}},"$comment":"webhook"};

function validate146(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.webhook === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "webhook"},schema:schema181.required,parentSchema:schema181,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!(((key0 === "webhook") || (key0 === "headers")) || (key0 === "on"))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema181,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.webhook !== undefined){
let data0 = data.webhook;
if(typeof data0 === "string"){
if(func3(data0) > 2048){
const err2 = {instancePath:instancePath+"/webhook",schemaPath:"#/definitions/channelUrl/maxLength",keyword:"maxLength",params:{limit: 2048},schema:2048,parentSchema:schema179,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(!pattern52.test(data0)){
const err3 = {instancePath:instancePath+"/webhook",schemaPath:"#/definitions/channelUrl/pattern",keyword:"pattern",params:{pattern: "^https?://[^\\s\\u0000-\\u001f]+$"},schema:"^https?://[^\\s\\u0000-\\u001f]+$",parentSchema:schema179,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
else {
const err4 = {instancePath:instancePath+"/webhook",schemaPath:"#/definitions/channelUrl/type",keyword:"type",params:{type: "string"},schema:schema179.type,parentSchema:schema179,data:data0};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.headers !== undefined){
if(!(validate79(data.headers, {instancePath:instancePath+"/headers",parentData:data,parentDataProperty:"headers",rootData}))){
vErrors = vErrors === null ? validate79.errors : vErrors.concat(validate79.errors);
errors = vErrors.length;
}
}
if(data.on !== undefined){
let data2 = data.on;
if(Array.isArray(data2)){
if(data2.length > 6){
const err5 = {instancePath:instancePath+"/on",schemaPath:"#/definitions/occasions/maxItems",keyword:"maxItems",params:{limit: 6},schema:6,parentSchema:schema175,data:data2};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(data2.length < 1){
const err6 = {instancePath:instancePath+"/on",schemaPath:"#/definitions/occasions/minItems",keyword:"minItems",params:{limit: 1},schema:1,parentSchema:schema175,data:data2};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
const len0 = data2.length;
for(let i0=0; i0<len0; i0++){
let data3 = data2[i0];
if(typeof data3 !== "string"){
const err7 = {instancePath:instancePath+"/on/" + i0,schemaPath:"#/definitions/occasions/items/type",keyword:"type",params:{type: "string"},schema:schema175.items.type,parentSchema:schema175.items,data:data3};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
if(!((((((data3 === "started") || (data3 === "step")) || (data3 === "waiting")) || (data3 === "rolledBack")) || (data3 === "promoted")) || (data3 === "stuck"))){
const err8 = {instancePath:instancePath+"/on/" + i0,schemaPath:"#/definitions/occasions/items/enum",keyword:"enum",params:{allowedValues: schema175.items.enum},schema:schema175.items.enum,parentSchema:schema175.items,data:data3};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
let i1 = data2.length;
let j0;
if(i1 > 1){
const indices0 = {};
for(;i1--;){
let item0 = data2[i1];
if(typeof item0 !== "string"){
continue;
}
if(typeof indices0[item0] == "number"){
j0 = indices0[item0];
const err9 = {instancePath:instancePath+"/on",schemaPath:"#/definitions/occasions/uniqueItems",keyword:"uniqueItems",params:{i: i1, j: j0},schema:true,parentSchema:schema175,data:data2};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
break;
}
indices0[item0] = i1;
}
}
}
else {
const err10 = {instancePath:instancePath+"/on",schemaPath:"#/definitions/occasions/type",keyword:"type",params:{type: "array"},schema:schema175.type,parentSchema:schema175,data:data2};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
}
else {
const err11 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema181.type,parentSchema:schema181,data};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
validate146.errors = vErrors;
return errors === 0;
}


function validate139(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
const _errs1 = errors;
let valid0 = false;
const _errs2 = errors;
if(!(validate140(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validate140.errors : vErrors.concat(validate140.errors);
errors = vErrors.length;
}
var _valid0 = _errs2 === errors;
valid0 = valid0 || _valid0;
if(!valid0){
const _errs3 = errors;
if(!(validate142(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validate142.errors : vErrors.concat(validate142.errors);
errors = vErrors.length;
}
var _valid0 = _errs3 === errors;
valid0 = valid0 || _valid0;
if(!valid0){
const _errs4 = errors;
if(!(validate144(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validate144.errors : vErrors.concat(validate144.errors);
errors = vErrors.length;
}
var _valid0 = _errs4 === errors;
valid0 = valid0 || _valid0;
if(!valid0){
const _errs5 = errors;
if(!(validate146(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validate146.errors : vErrors.concat(validate146.errors);
errors = vErrors.length;
}
var _valid0 = _errs5 === errors;
valid0 = valid0 || _valid0;
}
}
}
if(!valid0){
const err0 = {instancePath,schemaPath:"#/anyOf",keyword:"anyOf",params:{},schema:schema173.anyOf,parentSchema:schema173,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
else {
errors = _errs1;
if(vErrors !== null){
if(_errs1){
vErrors.length = _errs1;
}
else {
vErrors = null;
}
}
}
validate139.errors = vErrors;
return errors === 0;
}


function validate138(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(Array.isArray(data)){
if(data.length > 50){
const err0 = {instancePath,schemaPath:"#/maxItems",keyword:"maxItems",params:{limit: 50},schema:50,parentSchema:schema172,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
if(!(validate139(data[i0], {instancePath:instancePath+"/" + i0,parentData:data,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validate139.errors : vErrors.concat(validate139.errors);
errors = vErrors.length;
}
}
}
else {
const err1 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "array"},schema:schema172.type,parentSchema:schema172,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
validate138.errors = vErrors;
return errors === 0;
}


function validate97(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(func2.call(schema126.properties, key0))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema126,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.protected !== undefined){
let data0 = data.protected;
if(typeof data0 !== "boolean"){
const err1 = {instancePath:instancePath+"/protected",schemaPath:"#/properties/protected/type",keyword:"type",params:{type: "boolean"},schema:schema126.properties.protected.type,parentSchema:schema126.properties.protected,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.region !== undefined){
let data1 = data.region;
if(typeof data1 === "string"){
if(!pattern63.test(data1)){
const err2 = {instancePath:instancePath+"/region",schemaPath:"#/properties/region/pattern",keyword:"pattern",params:{pattern: "^(eusc-)?[a-z]{2}(-gov|-iso[a-z]?)?-[a-z]{1,20}-\\d$"},schema:"^(eusc-)?[a-z]{2}(-gov|-iso[a-z]?)?-[a-z]{1,20}-\\d$",parentSchema:schema126.properties.region,data:data1};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
else {
const err3 = {instancePath:instancePath+"/region",schemaPath:"#/properties/region/type",keyword:"type",params:{type: "string"},schema:schema126.properties.region.type,parentSchema:schema126.properties.region,data:data1};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.account !== undefined){
let data2 = data.account;
if(typeof data2 === "string"){
if(!pattern64.test(data2)){
const err4 = {instancePath:instancePath+"/account",schemaPath:"#/properties/account/pattern",keyword:"pattern",params:{pattern: "^\\d{12}$"},schema:"^\\d{12}$",parentSchema:schema126.properties.account,data:data2};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
else {
const err5 = {instancePath:instancePath+"/account",schemaPath:"#/properties/account/type",keyword:"type",params:{type: "string"},schema:schema126.properties.account.type,parentSchema:schema126.properties.account,data:data2};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.profile !== undefined){
let data3 = data.profile;
if(typeof data3 === "string"){
if(!pattern65.test(data3)){
const err6 = {instancePath:instancePath+"/profile",schemaPath:"#/properties/profile/pattern",keyword:"pattern",params:{pattern: "^[^\\u0000-\\u001f\\[\\]]{1,128}$"},schema:"^[^\\u0000-\\u001f\\[\\]]{1,128}$",parentSchema:schema126.properties.profile,data:data3};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
else {
const err7 = {instancePath:instancePath+"/profile",schemaPath:"#/properties/profile/type",keyword:"type",params:{type: "string"},schema:schema126.properties.profile.type,parentSchema:schema126.properties.profile,data:data3};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.assumeRole !== undefined){
if(!(validate98(data.assumeRole, {instancePath:instancePath+"/assumeRole",parentData:data,parentDataProperty:"assumeRole",rootData}))){
vErrors = vErrors === null ? validate98.errors : vErrors.concat(validate98.errors);
errors = vErrors.length;
}
}
if(data.allowEnv !== undefined){
let data5 = data.allowEnv;
if(Array.isArray(data5)){
const len0 = data5.length;
for(let i0=0; i0<len0; i0++){
let data6 = data5[i0];
if(typeof data6 === "string"){
if(!pattern9.test(data6)){
const err8 = {instancePath:instancePath+"/allowEnv/" + i0,schemaPath:"#/properties/allowEnv/items/pattern",keyword:"pattern",params:{pattern: "^[a-zA-Z_][a-zA-Z0-9_]{0,127}$"},schema:"^[a-zA-Z_][a-zA-Z0-9_]{0,127}$",parentSchema:schema126.properties.allowEnv.items,data:data6};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
else {
const err9 = {instancePath:instancePath+"/allowEnv/" + i0,schemaPath:"#/properties/allowEnv/items/type",keyword:"type",params:{type: "string"},schema:schema126.properties.allowEnv.items.type,parentSchema:schema126.properties.allowEnv.items,data:data6};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
let i1 = data5.length;
let j0;
if(i1 > 1){
const indices0 = {};
for(;i1--;){
let item0 = data5[i1];
if(typeof item0 !== "string"){
continue;
}
if(typeof indices0[item0] == "number"){
j0 = indices0[item0];
const err10 = {instancePath:instancePath+"/allowEnv",schemaPath:"#/properties/allowEnv/uniqueItems",keyword:"uniqueItems",params:{i: i1, j: j0},schema:true,parentSchema:schema126.properties.allowEnv,data:data5};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
break;
}
indices0[item0] = i1;
}
}
}
else {
const err11 = {instancePath:instancePath+"/allowEnv",schemaPath:"#/properties/allowEnv/type",keyword:"type",params:{type: "array"},schema:schema126.properties.allowEnv.type,parentSchema:schema126.properties.allowEnv,data:data5};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data.defaults !== undefined){
if(!(validate102(data.defaults, {instancePath:instancePath+"/defaults",parentData:data,parentDataProperty:"defaults",rootData}))){
vErrors = vErrors === null ? validate102.errors : vErrors.concat(validate102.errors);
errors = vErrors.length;
}
}
if(data.functions !== undefined){
let data8 = data.functions;
if(data8 && typeof data8 == "object" && !Array.isArray(data8)){
for(const key1 in data8){
const _errs26 = errors;
if(typeof key1 === "string"){
if(!pattern1.test(key1)){
const err12 = {instancePath:instancePath+"/functions",schemaPath:"#/definitions/functionKey/pattern",keyword:"pattern",params:{pattern: "^[a-zA-Z0-9][a-zA-Z0-9_-]{0,63}$"},schema:"^[a-zA-Z0-9][a-zA-Z0-9_-]{0,63}$",parentSchema:schema12,data:key1,propertyName:key1};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
else {
const err13 = {instancePath:instancePath+"/functions",schemaPath:"#/definitions/functionKey/type",keyword:"type",params:{type: "string"},schema:schema12.type,parentSchema:schema12,data:key1,propertyName:key1};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
var valid4 = _errs26 === errors;
if(!valid4){
const err14 = {instancePath:instancePath+"/functions",schemaPath:"#/properties/functions/propertyNames",keyword:"propertyNames",params:{propertyName: key1},schema:schema126.properties.functions.propertyNames,parentSchema:schema126.properties.functions,data:data8};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
for(const key2 in data8){
if(!(validate11(data8[key2], {instancePath:instancePath+"/functions/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),parentData:data8,parentDataProperty:key2,rootData}))){
vErrors = vErrors === null ? validate11.errors : vErrors.concat(validate11.errors);
errors = vErrors.length;
}
}
}
else {
const err15 = {instancePath:instancePath+"/functions",schemaPath:"#/properties/functions/type",keyword:"type",params:{type: "object"},schema:schema126.properties.functions.type,parentSchema:schema126.properties.functions,data:data8};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data.layers !== undefined){
let data10 = data.layers;
if(data10 && typeof data10 == "object" && !Array.isArray(data10)){
for(const key3 in data10){
const _errs35 = errors;
if(typeof key3 === "string"){
if(!pattern1.test(key3)){
const err16 = {instancePath:instancePath+"/layers",schemaPath:"#/definitions/layerKey/pattern",keyword:"pattern",params:{pattern: "^[a-zA-Z0-9][a-zA-Z0-9_-]{0,63}$"},schema:"^[a-zA-Z0-9][a-zA-Z0-9_-]{0,63}$",parentSchema:schema144,data:key3,propertyName:key3};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
else {
const err17 = {instancePath:instancePath+"/layers",schemaPath:"#/definitions/layerKey/type",keyword:"type",params:{type: "string"},schema:schema144.type,parentSchema:schema144,data:key3,propertyName:key3};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
var valid7 = _errs35 === errors;
if(!valid7){
const err18 = {instancePath:instancePath+"/layers",schemaPath:"#/properties/layers/propertyNames",keyword:"propertyNames",params:{propertyName: key3},schema:schema126.properties.layers.propertyNames,parentSchema:schema126.properties.layers,data:data10};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
for(const key4 in data10){
if(!(validate115(data10[key4], {instancePath:instancePath+"/layers/" + key4.replace(/~/g, "~0").replace(/\//g, "~1"),parentData:data10,parentDataProperty:key4,rootData}))){
vErrors = vErrors === null ? validate115.errors : vErrors.concat(validate115.errors);
errors = vErrors.length;
}
}
}
else {
const err19 = {instancePath:instancePath+"/layers",schemaPath:"#/properties/layers/type",keyword:"type",params:{type: "object"},schema:schema126.properties.layers.type,parentSchema:schema126.properties.layers,data:data10};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
if(data.artifacts !== undefined){
let data12 = data.artifacts;
if(data12 && typeof data12 == "object" && !Array.isArray(data12)){
for(const key5 in data12){
if(!(((key5 === "bucket") || (key5 === "prefix")) || (key5 === "signingProfile"))){
const err20 = {instancePath:instancePath+"/artifacts",schemaPath:"#/definitions/artifacts/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key5},schema:false,parentSchema:schema146,data:data12};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
if(data12.bucket !== undefined){
let data13 = data12.bucket;
if((typeof data13 !== "string") && (data13 !== null)){
const err21 = {instancePath:instancePath+"/artifacts/bucket",schemaPath:"#/definitions/artifacts/properties/bucket/type",keyword:"type",params:{type: schema146.properties.bucket.type},schema:schema146.properties.bucket.type,parentSchema:schema146.properties.bucket,data:data13};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
if(typeof data13 === "string"){
if(!pattern91.test(data13)){
const err22 = {instancePath:instancePath+"/artifacts/bucket",schemaPath:"#/definitions/artifacts/properties/bucket/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$"},schema:"^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$",parentSchema:schema146.properties.bucket,data:data13};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
}
if(data12.prefix !== undefined){
let data14 = data12.prefix;
if(typeof data14 === "string"){
if(func3(data14) > 512){
const err23 = {instancePath:instancePath+"/artifacts/prefix",schemaPath:"#/definitions/artifacts/properties/prefix/maxLength",keyword:"maxLength",params:{limit: 512},schema:512,parentSchema:schema146.properties.prefix,data:data14};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
if(!pattern92.test(data14)){
const err24 = {instancePath:instancePath+"/artifacts/prefix",schemaPath:"#/definitions/artifacts/properties/prefix/pattern",keyword:"pattern",params:{pattern: "^[^\\u0000-\\u001f]*$"},schema:"^[^\\u0000-\\u001f]*$",parentSchema:schema146.properties.prefix,data:data14};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
else {
const err25 = {instancePath:instancePath+"/artifacts/prefix",schemaPath:"#/definitions/artifacts/properties/prefix/type",keyword:"type",params:{type: "string"},schema:schema146.properties.prefix.type,parentSchema:schema146.properties.prefix,data:data14};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
if(data12.signingProfile !== undefined){
let data15 = data12.signingProfile;
if((typeof data15 !== "string") && (data15 !== null)){
const err26 = {instancePath:instancePath+"/artifacts/signingProfile",schemaPath:"#/definitions/artifacts/properties/signingProfile/type",keyword:"type",params:{type: schema146.properties.signingProfile.type},schema:schema146.properties.signingProfile.type,parentSchema:schema146.properties.signingProfile,data:data15};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
if(typeof data15 === "string"){
if(!pattern93.test(data15)){
const err27 = {instancePath:instancePath+"/artifacts/signingProfile",schemaPath:"#/definitions/artifacts/properties/signingProfile/pattern",keyword:"pattern",params:{pattern: "^[a-zA-Z0-9_]{2,64}$"},schema:"^[a-zA-Z0-9_]{2,64}$",parentSchema:schema146.properties.signingProfile,data:data15};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
}
}
else {
const err28 = {instancePath:instancePath+"/artifacts",schemaPath:"#/definitions/artifacts/type",keyword:"type",params:{type: "object"},schema:schema146.type,parentSchema:schema146,data:data12};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
if(data.rollout !== undefined){
let data16 = data.rollout;
if(typeof data16 === "string"){
if(func3(data16) > 64){
const err29 = {instancePath:instancePath+"/rollout",schemaPath:"#/definitions/rolloutName/maxLength",keyword:"maxLength",params:{limit: 64},schema:64,parentSchema:schema124,data:data16};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
if(func3(data16) < 1){
const err30 = {instancePath:instancePath+"/rollout",schemaPath:"#/definitions/rolloutName/minLength",keyword:"minLength",params:{limit: 1},schema:1,parentSchema:schema124,data:data16};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
else {
const err31 = {instancePath:instancePath+"/rollout",schemaPath:"#/definitions/rolloutName/type",keyword:"type",params:{type: "string"},schema:schema124.type,parentSchema:schema124,data:data16};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
if(data.rollouts !== undefined){
let data17 = data.rollouts;
if(data17 && typeof data17 == "object" && !Array.isArray(data17)){
for(const key6 in data17){
const _errs62 = errors;
if(typeof key6 === "string"){
if(!pattern94.test(key6)){
const err32 = {instancePath:instancePath+"/rollouts",schemaPath:"#/definitions/rolloutKey/pattern",keyword:"pattern",params:{pattern: "^[a-zA-Z][a-zA-Z0-9_-]{0,63}$"},schema:"^[a-zA-Z][a-zA-Z0-9_-]{0,63}$",parentSchema:schema148,data:key6,propertyName:key6};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
else {
const err33 = {instancePath:instancePath+"/rollouts",schemaPath:"#/definitions/rolloutKey/type",keyword:"type",params:{type: "string"},schema:schema148.type,parentSchema:schema148,data:key6,propertyName:key6};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
var valid13 = _errs62 === errors;
if(!valid13){
const err34 = {instancePath:instancePath+"/rollouts",schemaPath:"#/properties/rollouts/propertyNames",keyword:"propertyNames",params:{propertyName: key6},schema:schema126.properties.rollouts.propertyNames,parentSchema:schema126.properties.rollouts,data:data17};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
for(const key7 in data17){
if(!(validate119(data17[key7], {instancePath:instancePath+"/rollouts/" + key7.replace(/~/g, "~0").replace(/\//g, "~1"),parentData:data17,parentDataProperty:key7,rootData}))){
vErrors = vErrors === null ? validate119.errors : vErrors.concat(validate119.errors);
errors = vErrors.length;
}
}
}
else {
const err35 = {instancePath:instancePath+"/rollouts",schemaPath:"#/properties/rollouts/type",keyword:"type",params:{type: "object"},schema:schema126.properties.rollouts.type,parentSchema:schema126.properties.rollouts,data:data17};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
if(data.guard !== undefined){
if(!(validate135(data.guard, {instancePath:instancePath+"/guard",parentData:data,parentDataProperty:"guard",rootData}))){
vErrors = vErrors === null ? validate135.errors : vErrors.concat(validate135.errors);
errors = vErrors.length;
}
}
if(data.alarms !== undefined){
if(!(validate63(data.alarms, {instancePath:instancePath+"/alarms",parentData:data,parentDataProperty:"alarms",rootData}))){
vErrors = vErrors === null ? validate63.errors : vErrors.concat(validate63.errors);
errors = vErrors.length;
}
}
if(data.rollbackScope !== undefined){
let data21 = data.rollbackScope;
if(typeof data21 !== "string"){
const err36 = {instancePath:instancePath+"/rollbackScope",schemaPath:"#/properties/rollbackScope/type",keyword:"type",params:{type: "string"},schema:schema126.properties.rollbackScope.type,parentSchema:schema126.properties.rollbackScope,data:data21};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
if(!((data21 === "release") || (data21 === "function"))){
const err37 = {instancePath:instancePath+"/rollbackScope",schemaPath:"#/properties/rollbackScope/enum",keyword:"enum",params:{allowedValues: schema126.properties.rollbackScope.enum},schema:schema126.properties.rollbackScope.enum,parentSchema:schema126.properties.rollbackScope,data:data21};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
if(data.holdFor !== undefined){
let data22 = data.holdFor;
if(typeof data22 === "string"){
if(!pattern6.test(data22)){
const err38 = {instancePath:instancePath+"/holdFor",schemaPath:"#/definitions/duration/pattern",keyword:"pattern",params:{pattern: "^(?=.)(\\d{1,4}h)?(\\d{1,5}m(?!s))?(\\d{1,6}s)?(\\d{1,7}ms)?$"},schema:"^(?=.)(\\d{1,4}h)?(\\d{1,5}m(?!s))?(\\d{1,6}s)?(\\d{1,7}ms)?$",parentSchema:schema36,data:data22};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
}
else {
const err39 = {instancePath:instancePath+"/holdFor",schemaPath:"#/definitions/duration/type",keyword:"type",params:{type: "string"},schema:schema36.type,parentSchema:schema36,data:data22};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
}
if(data.journal !== undefined){
let data23 = data.journal;
if((typeof data23 !== "string") && (data23 !== null)){
const err40 = {instancePath:instancePath+"/journal",schemaPath:"#/properties/journal/type",keyword:"type",params:{type: schema126.properties.journal.type},schema:schema126.properties.journal.type,parentSchema:schema126.properties.journal,data:data23};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
if(typeof data23 === "string"){
if(func3(data23) > 1024){
const err41 = {instancePath:instancePath+"/journal",schemaPath:"#/properties/journal/maxLength",keyword:"maxLength",params:{limit: 1024},schema:1024,parentSchema:schema126.properties.journal,data:data23};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
if(!pattern108.test(data23)){
const err42 = {instancePath:instancePath+"/journal",schemaPath:"#/properties/journal/pattern",keyword:"pattern",params:{pattern: "^s3://[a-z0-9][a-z0-9.-]{1,61}[a-z0-9](/[^\\u0000-\\u001f]*)?$"},schema:"^s3://[a-z0-9][a-z0-9.-]{1,61}[a-z0-9](/[^\\u0000-\\u001f]*)?$",parentSchema:schema126.properties.journal,data:data23};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
}
}
if(data.notifications !== undefined){
if(!(validate138(data.notifications, {instancePath:instancePath+"/notifications",parentData:data,parentDataProperty:"notifications",rootData}))){
vErrors = vErrors === null ? validate138.errors : vErrors.concat(validate138.errors);
errors = vErrors.length;
}
}
}
else {
const err43 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema126.type,parentSchema:schema126,data};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
validate97.errors = vErrors;
return errors === 0;
}

const schema184 = {"title":"Local","description":"What `--local` needs beside the project.","type":"object","additionalProperties":false,"examples":[{"seed":"local.yaml"}],"properties":{"seed":{"$ref":"#/definitions/path","description":"A file with PutMetricAlarm inputs that are applied under --local where the alarm is absent.","examples":["local.yaml"]}},"$comment":"local"};

function validate152(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(key0 === "seed")){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema184,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.seed !== undefined){
let data0 = data.seed;
if(typeof data0 === "string"){
if(func3(data0) > 1024){
const err1 = {instancePath:instancePath+"/seed",schemaPath:"#/definitions/path/maxLength",keyword:"maxLength",params:{limit: 1024},schema:1024,parentSchema:schema17,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(func3(data0) < 1){
const err2 = {instancePath:instancePath+"/seed",schemaPath:"#/definitions/path/minLength",keyword:"minLength",params:{limit: 1},schema:1,parentSchema:schema17,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
else {
const err3 = {instancePath:instancePath+"/seed",schemaPath:"#/definitions/path/type",keyword:"type",params:{type: "string"},schema:schema17.type,parentSchema:schema17,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
}
else {
const err4 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema184.type,parentSchema:schema184,data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
validate152.errors = vErrors;
return errors === 0;
}


function validate10(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.project === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "project"},schema:schema11.required,parentSchema:schema11,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.functions === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "functions"},schema:schema11.required,parentSchema:schema11,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 in data){
if(!(func2.call(schema11.properties, key0))){
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema11,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.$schema !== undefined){
let data0 = data.$schema;
if(typeof data0 !== "string"){
const err3 = {instancePath:instancePath+"/$schema",schemaPath:"#/properties/%24schema/type",keyword:"type",params:{type: "string"},schema:schema11.properties.$schema.type,parentSchema:schema11.properties.$schema,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.project !== undefined){
let data1 = data.project;
if(typeof data1 === "string"){
if(!pattern0.test(data1)){
const err4 = {instancePath:instancePath+"/project",schemaPath:"#/properties/project/pattern",keyword:"pattern",params:{pattern: "^[a-zA-Z0-9][a-zA-Z0-9_-]{0,62}$"},schema:"^[a-zA-Z0-9][a-zA-Z0-9_-]{0,62}$",parentSchema:schema11.properties.project,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
else {
const err5 = {instancePath:instancePath+"/project",schemaPath:"#/properties/project/type",keyword:"type",params:{type: "string"},schema:schema11.properties.project.type,parentSchema:schema11.properties.project,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.extends !== undefined){
let data2 = data.extends;
if(typeof data2 === "string"){
if(func3(data2) > 1024){
const err6 = {instancePath:instancePath+"/extends",schemaPath:"#/properties/extends/maxLength",keyword:"maxLength",params:{limit: 1024},schema:1024,parentSchema:schema11.properties.extends,data:data2};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(func3(data2) < 1){
const err7 = {instancePath:instancePath+"/extends",schemaPath:"#/properties/extends/minLength",keyword:"minLength",params:{limit: 1},schema:1,parentSchema:schema11.properties.extends,data:data2};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
else {
const err8 = {instancePath:instancePath+"/extends",schemaPath:"#/properties/extends/type",keyword:"type",params:{type: "string"},schema:schema11.properties.extends.type,parentSchema:schema11.properties.extends,data:data2};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.functions !== undefined){
let data3 = data.functions;
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
if(Object.keys(data3).length < 1){
const err9 = {instancePath:instancePath+"/functions",schemaPath:"#/properties/functions/minProperties",keyword:"minProperties",params:{limit: 1},schema:1,parentSchema:schema11.properties.functions,data:data3};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
for(const key1 in data3){
const _errs15 = errors;
if(typeof key1 === "string"){
if(!pattern1.test(key1)){
const err10 = {instancePath:instancePath+"/functions",schemaPath:"#/definitions/functionKey/pattern",keyword:"pattern",params:{pattern: "^[a-zA-Z0-9][a-zA-Z0-9_-]{0,63}$"},schema:"^[a-zA-Z0-9][a-zA-Z0-9_-]{0,63}$",parentSchema:schema12,data:key1,propertyName:key1};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
else {
const err11 = {instancePath:instancePath+"/functions",schemaPath:"#/definitions/functionKey/type",keyword:"type",params:{type: "string"},schema:schema12.type,parentSchema:schema12,data:key1,propertyName:key1};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
var valid1 = _errs15 === errors;
if(!valid1){
const err12 = {instancePath:instancePath+"/functions",schemaPath:"#/properties/functions/propertyNames",keyword:"propertyNames",params:{propertyName: key1},schema:schema11.properties.functions.propertyNames,parentSchema:schema11.properties.functions,data:data3};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
for(const key2 in data3){
if(!(validate11(data3[key2], {instancePath:instancePath+"/functions/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),parentData:data3,parentDataProperty:key2,rootData}))){
vErrors = vErrors === null ? validate11.errors : vErrors.concat(validate11.errors);
errors = vErrors.length;
}
}
}
else {
const err13 = {instancePath:instancePath+"/functions",schemaPath:"#/properties/functions/type",keyword:"type",params:{type: "object"},schema:schema11.properties.functions.type,parentSchema:schema11.properties.functions,data:data3};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data.stages !== undefined){
let data5 = data.stages;
if(data5 && typeof data5 == "object" && !Array.isArray(data5)){
for(const key3 in data5){
const _errs24 = errors;
if(typeof key3 === "string"){
if(!pattern62.test(key3)){
const err14 = {instancePath:instancePath+"/stages",schemaPath:"#/definitions/stageKey/pattern",keyword:"pattern",params:{pattern: "^[a-zA-Z0-9][a-zA-Z0-9_-]{0,31}$"},schema:"^[a-zA-Z0-9][a-zA-Z0-9_-]{0,31}$",parentSchema:schema125,data:key3,propertyName:key3};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
else {
const err15 = {instancePath:instancePath+"/stages",schemaPath:"#/definitions/stageKey/type",keyword:"type",params:{type: "string"},schema:schema125.type,parentSchema:schema125,data:key3,propertyName:key3};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
var valid4 = _errs24 === errors;
if(!valid4){
const err16 = {instancePath:instancePath+"/stages",schemaPath:"#/properties/stages/propertyNames",keyword:"propertyNames",params:{propertyName: key3},schema:schema11.properties.stages.propertyNames,parentSchema:schema11.properties.stages,data:data5};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
for(const key4 in data5){
if(!(validate97(data5[key4], {instancePath:instancePath+"/stages/" + key4.replace(/~/g, "~0").replace(/\//g, "~1"),parentData:data5,parentDataProperty:key4,rootData}))){
vErrors = vErrors === null ? validate97.errors : vErrors.concat(validate97.errors);
errors = vErrors.length;
}
}
}
else {
const err17 = {instancePath:instancePath+"/stages",schemaPath:"#/properties/stages/type",keyword:"type",params:{type: "object"},schema:schema11.properties.stages.type,parentSchema:schema11.properties.stages,data:data5};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data.local !== undefined){
if(!(validate152(data.local, {instancePath:instancePath+"/local",parentData:data,parentDataProperty:"local",rootData}))){
vErrors = vErrors === null ? validate152.errors : vErrors.concat(validate152.errors);
errors = vErrors.length;
}
}
if(data.region !== undefined){
let data8 = data.region;
if(typeof data8 === "string"){
if(!pattern63.test(data8)){
const err18 = {instancePath:instancePath+"/region",schemaPath:"#/properties/region/pattern",keyword:"pattern",params:{pattern: "^(eusc-)?[a-z]{2}(-gov|-iso[a-z]?)?-[a-z]{1,20}-\\d$"},schema:"^(eusc-)?[a-z]{2}(-gov|-iso[a-z]?)?-[a-z]{1,20}-\\d$",parentSchema:schema11.properties.region,data:data8};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
else {
const err19 = {instancePath:instancePath+"/region",schemaPath:"#/properties/region/type",keyword:"type",params:{type: "string"},schema:schema11.properties.region.type,parentSchema:schema11.properties.region,data:data8};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
if(data.account !== undefined){
let data9 = data.account;
if(typeof data9 === "string"){
if(!pattern64.test(data9)){
const err20 = {instancePath:instancePath+"/account",schemaPath:"#/properties/account/pattern",keyword:"pattern",params:{pattern: "^\\d{12}$"},schema:"^\\d{12}$",parentSchema:schema11.properties.account,data:data9};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
else {
const err21 = {instancePath:instancePath+"/account",schemaPath:"#/properties/account/type",keyword:"type",params:{type: "string"},schema:schema11.properties.account.type,parentSchema:schema11.properties.account,data:data9};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
if(data.profile !== undefined){
let data10 = data.profile;
if(typeof data10 === "string"){
if(!pattern65.test(data10)){
const err22 = {instancePath:instancePath+"/profile",schemaPath:"#/properties/profile/pattern",keyword:"pattern",params:{pattern: "^[^\\u0000-\\u001f\\[\\]]{1,128}$"},schema:"^[^\\u0000-\\u001f\\[\\]]{1,128}$",parentSchema:schema11.properties.profile,data:data10};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
else {
const err23 = {instancePath:instancePath+"/profile",schemaPath:"#/properties/profile/type",keyword:"type",params:{type: "string"},schema:schema11.properties.profile.type,parentSchema:schema11.properties.profile,data:data10};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
if(data.assumeRole !== undefined){
if(!(validate98(data.assumeRole, {instancePath:instancePath+"/assumeRole",parentData:data,parentDataProperty:"assumeRole",rootData}))){
vErrors = vErrors === null ? validate98.errors : vErrors.concat(validate98.errors);
errors = vErrors.length;
}
}
if(data.allowEnv !== undefined){
let data12 = data.allowEnv;
if(Array.isArray(data12)){
const len0 = data12.length;
for(let i0=0; i0<len0; i0++){
let data13 = data12[i0];
if(typeof data13 === "string"){
if(!pattern9.test(data13)){
const err24 = {instancePath:instancePath+"/allowEnv/" + i0,schemaPath:"#/properties/allowEnv/items/pattern",keyword:"pattern",params:{pattern: "^[a-zA-Z_][a-zA-Z0-9_]{0,127}$"},schema:"^[a-zA-Z_][a-zA-Z0-9_]{0,127}$",parentSchema:schema11.properties.allowEnv.items,data:data13};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
else {
const err25 = {instancePath:instancePath+"/allowEnv/" + i0,schemaPath:"#/properties/allowEnv/items/type",keyword:"type",params:{type: "string"},schema:schema11.properties.allowEnv.items.type,parentSchema:schema11.properties.allowEnv.items,data:data13};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
let i1 = data12.length;
let j0;
if(i1 > 1){
const indices0 = {};
for(;i1--;){
let item0 = data12[i1];
if(typeof item0 !== "string"){
continue;
}
if(typeof indices0[item0] == "number"){
j0 = indices0[item0];
const err26 = {instancePath:instancePath+"/allowEnv",schemaPath:"#/properties/allowEnv/uniqueItems",keyword:"uniqueItems",params:{i: i1, j: j0},schema:true,parentSchema:schema11.properties.allowEnv,data:data12};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
break;
}
indices0[item0] = i1;
}
}
}
else {
const err27 = {instancePath:instancePath+"/allowEnv",schemaPath:"#/properties/allowEnv/type",keyword:"type",params:{type: "array"},schema:schema11.properties.allowEnv.type,parentSchema:schema11.properties.allowEnv,data:data12};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
if(data.defaults !== undefined){
if(!(validate102(data.defaults, {instancePath:instancePath+"/defaults",parentData:data,parentDataProperty:"defaults",rootData}))){
vErrors = vErrors === null ? validate102.errors : vErrors.concat(validate102.errors);
errors = vErrors.length;
}
}
if(data.layers !== undefined){
let data15 = data.layers;
if(data15 && typeof data15 == "object" && !Array.isArray(data15)){
for(const key5 in data15){
const _errs51 = errors;
if(typeof key5 === "string"){
if(!pattern1.test(key5)){
const err28 = {instancePath:instancePath+"/layers",schemaPath:"#/definitions/layerKey/pattern",keyword:"pattern",params:{pattern: "^[a-zA-Z0-9][a-zA-Z0-9_-]{0,63}$"},schema:"^[a-zA-Z0-9][a-zA-Z0-9_-]{0,63}$",parentSchema:schema144,data:key5,propertyName:key5};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
else {
const err29 = {instancePath:instancePath+"/layers",schemaPath:"#/definitions/layerKey/type",keyword:"type",params:{type: "string"},schema:schema144.type,parentSchema:schema144,data:key5,propertyName:key5};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
var valid10 = _errs51 === errors;
if(!valid10){
const err30 = {instancePath:instancePath+"/layers",schemaPath:"#/properties/layers/propertyNames",keyword:"propertyNames",params:{propertyName: key5},schema:schema11.properties.layers.propertyNames,parentSchema:schema11.properties.layers,data:data15};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
for(const key6 in data15){
if(!(validate115(data15[key6], {instancePath:instancePath+"/layers/" + key6.replace(/~/g, "~0").replace(/\//g, "~1"),parentData:data15,parentDataProperty:key6,rootData}))){
vErrors = vErrors === null ? validate115.errors : vErrors.concat(validate115.errors);
errors = vErrors.length;
}
}
}
else {
const err31 = {instancePath:instancePath+"/layers",schemaPath:"#/properties/layers/type",keyword:"type",params:{type: "object"},schema:schema11.properties.layers.type,parentSchema:schema11.properties.layers,data:data15};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
if(data.artifacts !== undefined){
let data17 = data.artifacts;
if(data17 && typeof data17 == "object" && !Array.isArray(data17)){
for(const key7 in data17){
if(!(((key7 === "bucket") || (key7 === "prefix")) || (key7 === "signingProfile"))){
const err32 = {instancePath:instancePath+"/artifacts",schemaPath:"#/definitions/artifacts/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key7},schema:false,parentSchema:schema146,data:data17};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
if(data17.bucket !== undefined){
let data18 = data17.bucket;
if((typeof data18 !== "string") && (data18 !== null)){
const err33 = {instancePath:instancePath+"/artifacts/bucket",schemaPath:"#/definitions/artifacts/properties/bucket/type",keyword:"type",params:{type: schema146.properties.bucket.type},schema:schema146.properties.bucket.type,parentSchema:schema146.properties.bucket,data:data18};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
if(typeof data18 === "string"){
if(!pattern91.test(data18)){
const err34 = {instancePath:instancePath+"/artifacts/bucket",schemaPath:"#/definitions/artifacts/properties/bucket/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$"},schema:"^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$",parentSchema:schema146.properties.bucket,data:data18};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
}
if(data17.prefix !== undefined){
let data19 = data17.prefix;
if(typeof data19 === "string"){
if(func3(data19) > 512){
const err35 = {instancePath:instancePath+"/artifacts/prefix",schemaPath:"#/definitions/artifacts/properties/prefix/maxLength",keyword:"maxLength",params:{limit: 512},schema:512,parentSchema:schema146.properties.prefix,data:data19};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
if(!pattern92.test(data19)){
const err36 = {instancePath:instancePath+"/artifacts/prefix",schemaPath:"#/definitions/artifacts/properties/prefix/pattern",keyword:"pattern",params:{pattern: "^[^\\u0000-\\u001f]*$"},schema:"^[^\\u0000-\\u001f]*$",parentSchema:schema146.properties.prefix,data:data19};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
}
else {
const err37 = {instancePath:instancePath+"/artifacts/prefix",schemaPath:"#/definitions/artifacts/properties/prefix/type",keyword:"type",params:{type: "string"},schema:schema146.properties.prefix.type,parentSchema:schema146.properties.prefix,data:data19};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
if(data17.signingProfile !== undefined){
let data20 = data17.signingProfile;
if((typeof data20 !== "string") && (data20 !== null)){
const err38 = {instancePath:instancePath+"/artifacts/signingProfile",schemaPath:"#/definitions/artifacts/properties/signingProfile/type",keyword:"type",params:{type: schema146.properties.signingProfile.type},schema:schema146.properties.signingProfile.type,parentSchema:schema146.properties.signingProfile,data:data20};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
if(typeof data20 === "string"){
if(!pattern93.test(data20)){
const err39 = {instancePath:instancePath+"/artifacts/signingProfile",schemaPath:"#/definitions/artifacts/properties/signingProfile/pattern",keyword:"pattern",params:{pattern: "^[a-zA-Z0-9_]{2,64}$"},schema:"^[a-zA-Z0-9_]{2,64}$",parentSchema:schema146.properties.signingProfile,data:data20};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
}
}
}
else {
const err40 = {instancePath:instancePath+"/artifacts",schemaPath:"#/definitions/artifacts/type",keyword:"type",params:{type: "object"},schema:schema146.type,parentSchema:schema146,data:data17};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
}
if(data.rollout !== undefined){
let data21 = data.rollout;
if(typeof data21 === "string"){
if(func3(data21) > 64){
const err41 = {instancePath:instancePath+"/rollout",schemaPath:"#/definitions/rolloutName/maxLength",keyword:"maxLength",params:{limit: 64},schema:64,parentSchema:schema124,data:data21};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
if(func3(data21) < 1){
const err42 = {instancePath:instancePath+"/rollout",schemaPath:"#/definitions/rolloutName/minLength",keyword:"minLength",params:{limit: 1},schema:1,parentSchema:schema124,data:data21};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
}
else {
const err43 = {instancePath:instancePath+"/rollout",schemaPath:"#/definitions/rolloutName/type",keyword:"type",params:{type: "string"},schema:schema124.type,parentSchema:schema124,data:data21};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
}
if(data.rollouts !== undefined){
let data22 = data.rollouts;
if(data22 && typeof data22 == "object" && !Array.isArray(data22)){
for(const key8 in data22){
const _errs78 = errors;
if(typeof key8 === "string"){
if(!pattern94.test(key8)){
const err44 = {instancePath:instancePath+"/rollouts",schemaPath:"#/definitions/rolloutKey/pattern",keyword:"pattern",params:{pattern: "^[a-zA-Z][a-zA-Z0-9_-]{0,63}$"},schema:"^[a-zA-Z][a-zA-Z0-9_-]{0,63}$",parentSchema:schema148,data:key8,propertyName:key8};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
}
else {
const err45 = {instancePath:instancePath+"/rollouts",schemaPath:"#/definitions/rolloutKey/type",keyword:"type",params:{type: "string"},schema:schema148.type,parentSchema:schema148,data:key8,propertyName:key8};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
var valid16 = _errs78 === errors;
if(!valid16){
const err46 = {instancePath:instancePath+"/rollouts",schemaPath:"#/properties/rollouts/propertyNames",keyword:"propertyNames",params:{propertyName: key8},schema:schema11.properties.rollouts.propertyNames,parentSchema:schema11.properties.rollouts,data:data22};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
}
for(const key9 in data22){
if(!(validate119(data22[key9], {instancePath:instancePath+"/rollouts/" + key9.replace(/~/g, "~0").replace(/\//g, "~1"),parentData:data22,parentDataProperty:key9,rootData}))){
vErrors = vErrors === null ? validate119.errors : vErrors.concat(validate119.errors);
errors = vErrors.length;
}
}
}
else {
const err47 = {instancePath:instancePath+"/rollouts",schemaPath:"#/properties/rollouts/type",keyword:"type",params:{type: "object"},schema:schema11.properties.rollouts.type,parentSchema:schema11.properties.rollouts,data:data22};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
}
if(data.guard !== undefined){
if(!(validate135(data.guard, {instancePath:instancePath+"/guard",parentData:data,parentDataProperty:"guard",rootData}))){
vErrors = vErrors === null ? validate135.errors : vErrors.concat(validate135.errors);
errors = vErrors.length;
}
}
if(data.alarms !== undefined){
if(!(validate63(data.alarms, {instancePath:instancePath+"/alarms",parentData:data,parentDataProperty:"alarms",rootData}))){
vErrors = vErrors === null ? validate63.errors : vErrors.concat(validate63.errors);
errors = vErrors.length;
}
}
if(data.rollbackScope !== undefined){
let data26 = data.rollbackScope;
if(typeof data26 !== "string"){
const err48 = {instancePath:instancePath+"/rollbackScope",schemaPath:"#/properties/rollbackScope/type",keyword:"type",params:{type: "string"},schema:schema11.properties.rollbackScope.type,parentSchema:schema11.properties.rollbackScope,data:data26};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
if(!((data26 === "release") || (data26 === "function"))){
const err49 = {instancePath:instancePath+"/rollbackScope",schemaPath:"#/properties/rollbackScope/enum",keyword:"enum",params:{allowedValues: schema11.properties.rollbackScope.enum},schema:schema11.properties.rollbackScope.enum,parentSchema:schema11.properties.rollbackScope,data:data26};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
}
if(data.holdFor !== undefined){
let data27 = data.holdFor;
if(typeof data27 === "string"){
if(!pattern6.test(data27)){
const err50 = {instancePath:instancePath+"/holdFor",schemaPath:"#/definitions/duration/pattern",keyword:"pattern",params:{pattern: "^(?=.)(\\d{1,4}h)?(\\d{1,5}m(?!s))?(\\d{1,6}s)?(\\d{1,7}ms)?$"},schema:"^(?=.)(\\d{1,4}h)?(\\d{1,5}m(?!s))?(\\d{1,6}s)?(\\d{1,7}ms)?$",parentSchema:schema36,data:data27};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
}
else {
const err51 = {instancePath:instancePath+"/holdFor",schemaPath:"#/definitions/duration/type",keyword:"type",params:{type: "string"},schema:schema36.type,parentSchema:schema36,data:data27};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
}
if(data.journal !== undefined){
let data28 = data.journal;
if((typeof data28 !== "string") && (data28 !== null)){
const err52 = {instancePath:instancePath+"/journal",schemaPath:"#/properties/journal/type",keyword:"type",params:{type: schema11.properties.journal.type},schema:schema11.properties.journal.type,parentSchema:schema11.properties.journal,data:data28};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
if(typeof data28 === "string"){
if(func3(data28) > 1024){
const err53 = {instancePath:instancePath+"/journal",schemaPath:"#/properties/journal/maxLength",keyword:"maxLength",params:{limit: 1024},schema:1024,parentSchema:schema11.properties.journal,data:data28};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
if(!pattern108.test(data28)){
const err54 = {instancePath:instancePath+"/journal",schemaPath:"#/properties/journal/pattern",keyword:"pattern",params:{pattern: "^s3://[a-z0-9][a-z0-9.-]{1,61}[a-z0-9](/[^\\u0000-\\u001f]*)?$"},schema:"^s3://[a-z0-9][a-z0-9.-]{1,61}[a-z0-9](/[^\\u0000-\\u001f]*)?$",parentSchema:schema11.properties.journal,data:data28};
if(vErrors === null){
vErrors = [err54];
}
else {
vErrors.push(err54);
}
errors++;
}
}
}
if(data.notifications !== undefined){
if(!(validate138(data.notifications, {instancePath:instancePath+"/notifications",parentData:data,parentDataProperty:"notifications",rootData}))){
vErrors = vErrors === null ? validate138.errors : vErrors.concat(validate138.errors);
errors = vErrors.length;
}
}
}
else {
const err55 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema11.type,parentSchema:schema11,data};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
}
errors++;
}
validate10.errors = vErrors;
return errors === 0;
}

