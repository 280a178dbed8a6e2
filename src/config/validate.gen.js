// Generated from schemas/ by scripts/generate.js. Change the schemas, then run `npm run generate`.
"use strict";
exports.validate = validate10;
const schema11 = {"$schema":"http://json-schema.org/draft-07/schema#","title":"Project file","description":"lambda.config.yaml of shipit: the functions of a project and how they are released.","type":"object","required":["project","functions"],"additionalProperties":false,"properties":{"$schema":{"description":"Where editors find this schema; shipit does not read it.","type":"string","examples":["./lambda.config.schema.json"],"$comment":"file.$schema"},"project":{"description":"Name of the project; the first part of Lambda names that are not given.","type":"string","pattern":"^[a-zA-Z0-9][a-zA-Z0-9_-]{0,62}$","examples":["orders"],"$comment":"file.project"},"extends":{"description":"A file with the same keys that lies under this one, seen from this file. It may extend another.","type":"string","minLength":1,"maxLength":1024,"examples":["../base.yaml"],"$comment":"file.extends"},"functions":{"description":"The functions by key, the word for them in this file and on the command line.","type":"object","minProperties":1,"propertyNames":{"$ref":"#/definitions/functionKey"},"additionalProperties":{"$ref":"#/definitions/function"},"examples":[{"api":{"code":"dist/api","handler":"index.handler"}}],"$comment":"file.functions"},"stages":{"description":"Stages by name, such as dev and prod.","type":"object","propertyNames":{"$ref":"#/definitions/stageKey"},"additionalProperties":{"$ref":"#/definitions/stage"},"examples":[{"dev":{"account":"111111111111"},"prod":{"account":"222222222222","protected":true}}],"$comment":"file.stages"},"local":{"$ref":"#/definitions/local"},"region":{"description":"The AWS region. Without it, --region or AWS_REGION decides.","type":"string","pattern":"^(eusc-)?[a-z]{2}(-gov|-iso[a-z]?)?-[a-z]{1,20}-\\d$","examples":["eu-west-1"],"$comment":"file.region"},"account":{"description":"The AWS account, 12 digits in quotes; a release in any other account is refused.","type":"string","pattern":"^\\d{12}$","examples":["123456789012"],"$comment":"file.account"},"profile":{"description":"The profile of the AWS configuration whose credentials are used.","type":"string","pattern":"^[^\\u0000-\\u001f\\[\\]]{1,128}$","examples":["orders-prod"],"$comment":"file.profile"},"assumeRole":{"$ref":"#/definitions/assumeRole"},"allowEnv":{"description":"The variables of your environment that `${env:NAME}` may read.","type":"array","uniqueItems":true,"items":{"description":"Name of a variable of your environment.","type":"string","pattern":"^[a-zA-Z_][a-zA-Z0-9_]{0,127}$","examples":["BUILD_NUMBER"],"$comment":"envName"},"examples":[["BUILD_NUMBER"]],"$comment":"file.allowEnv"},"defaults":{"$ref":"#/definitions/defaults"},"layers":{"description":"The layers of this project by key, the word for them in `layers` of a function.","type":"object","propertyNames":{"$ref":"#/definitions/layerKey"},"additionalProperties":{"$ref":"#/definitions/layer"},"examples":[{"shared":{"code":"layers/shared","runtimes":["nodejs24.x"]}}],"$comment":"file.layers"},"rollout":{"$ref":"#/definitions/rolloutName","description":"The rollout of every function that does not name its own.","examples":["careful"]},"rollouts":{"description":"Rollouts by name.","type":"object","propertyNames":{"$ref":"#/definitions/rolloutKey"},"additionalProperties":{"$ref":"#/definitions/rollout"},"examples":[{"careful":{"canary":"10%","bake":"10m"}}],"$comment":"file.rollouts"},"guard":{"$ref":"#/definitions/guard"},"alarms":{"$ref":"#/definitions/alarms","description":"Alarms that hold for all functions, in addition to their own.","examples":[["orders-burn-rate"]]},"rollbackScope":{"description":"What goes back together: every function of the release, or each by itself.","type":"string","enum":["release","function"],"default":"release","examples":["function"],"$comment":"file.rollbackScope"},"holdFor":{"$ref":"#/definitions/duration","description":"How long a release that stopped at `--until` is kept for whoever approves it.","default":"2h","examples":["8h"]},"journal":{"description":"Where events of releases are kept for a team, beside this machine: `s3://bucket/prefix`. `null`: nowhere else.","type":["string","null"],"maxLength":1024,"pattern":"^s3://[a-z0-9][a-z0-9.-]{1,61}[a-z0-9](/[^\\u0000-\\u001f]*)?$","examples":["s3://orders-releases/journal"],"$comment":"file.journal"},"notifications":{"$ref":"#/definitions/notifications"}},"definitions":{"rolloutKey":{"description":"A name for a rollout.","type":"string","pattern":"^[a-zA-Z][a-zA-Z0-9_-]{0,63}$","examples":["careful"],"$comment":"rolloutKey"},"envName":{"description":"Name of a variable of your environment.","type":"string","pattern":"^[a-zA-Z_][a-zA-Z0-9_]{0,127}$","examples":["BUILD_NUMBER"],"$comment":"envName"},"assumeRole":{"title":"Assume role","description":"The role that shipit works in, by its ARN, or with the external id that it asks for.","examples":["arn:aws:iam::123456789012:role/deployer",{"arn":"arn:aws:iam::123456789012:role/deployer","externalId":"orders-2026"}],"anyOf":[{"$ref":"#/definitions/roleArn"},{"$ref":"#/definitions/assumedRole"}],"$comment":"assumeRole","branches":{"roleArn":null,"assumedRole":["arn","externalId"]}},"assumedRole":{"title":"Assumed role","description":"A role and the external id that its trust policy asks for.","type":"object","required":["arn"],"additionalProperties":false,"examples":[{"arn":"arn:aws:iam::123456789012:role/deployer","externalId":"orders-2026"}],"properties":{"arn":{"$ref":"#/definitions/roleArn","description":"ARN of the role.","examples":["arn:aws:iam::123456789012:role/deployer"]},"externalId":{"description":"The external id, 2 to 1224 characters.","type":["string","null"],"pattern":"^[\\w+=,.@:/-]{2,1224}$","examples":["orders-2026"],"$comment":"assumedRole.externalId"}},"$comment":"assumedRole"},"stageKey":{"description":"A name for a stage, part of the names that are not given.","type":"string","pattern":"^[a-zA-Z0-9][a-zA-Z0-9_-]{0,31}$","examples":["prod"],"$comment":"stageKey"},"stage":{"title":"Stage","description":"What is different in one stage: laid over the rest of the file when `--stage` names it.","type":"object","additionalProperties":false,"examples":[{"account":"123456789012","protected":true,"defaults":{"memorySize":512}}],"properties":{"protected":{"description":"Asks for `--confirm` with the stage's name, and for `--reason` where nothing watches.","type":"boolean","default":false,"examples":[true],"$comment":"stage.protected"},"region":{"description":"The AWS region. Without it, --region or AWS_REGION decides.","type":"string","pattern":"^(eusc-)?[a-z]{2}(-gov|-iso[a-z]?)?-[a-z]{1,20}-\\d$","examples":["eu-west-1"],"$comment":"stage.region"},"account":{"description":"The AWS account, 12 digits in quotes; a release in any other account is refused.","type":"string","pattern":"^\\d{12}$","examples":["123456789012"],"$comment":"stage.account"},"profile":{"description":"The profile of the AWS configuration whose credentials are used.","type":"string","pattern":"^[^\\u0000-\\u001f\\[\\]]{1,128}$","examples":["orders-prod"],"$comment":"stage.profile"},"assumeRole":{"$ref":"#/definitions/assumeRole"},"allowEnv":{"description":"The variables of your environment that `${env:NAME}` may read.","type":"array","uniqueItems":true,"items":{"description":"Name of a variable of your environment.","type":"string","pattern":"^[a-zA-Z_][a-zA-Z0-9_]{0,127}$","examples":["BUILD_NUMBER"],"$comment":"envName"},"examples":[["BUILD_NUMBER"]],"$comment":"stage.allowEnv"},"defaults":{"$ref":"#/definitions/defaults"},"functions":{"description":"The functions by key, the word for them in this file and on the command line.","type":"object","propertyNames":{"$ref":"#/definitions/functionKey"},"additionalProperties":{"$ref":"#/definitions/function"},"examples":[{"api":{"code":"dist/api","handler":"index.handler"}}],"$comment":"stage.functions"},"layers":{"description":"The layers of this project by key, the word for them in `layers` of a function.","type":"object","propertyNames":{"$ref":"#/definitions/layerKey"},"additionalProperties":{"$ref":"#/definitions/layer"},"examples":[{"shared":{"code":"layers/shared","runtimes":["nodejs24.x"]}}],"$comment":"stage.layers"},"rollout":{"$ref":"#/definitions/rolloutName","description":"The rollout of every function that does not name its own.","examples":["careful"]},"rollouts":{"description":"Rollouts by name.","type":"object","propertyNames":{"$ref":"#/definitions/rolloutKey"},"additionalProperties":{"$ref":"#/definitions/rollout"},"examples":[{"careful":{"canary":"10%","bake":"10m"}}],"$comment":"stage.rollouts"},"guard":{"$ref":"#/definitions/guard"},"alarms":{"$ref":"#/definitions/alarms","description":"Alarms that hold for all functions, in addition to their own.","examples":[["orders-burn-rate"]]},"rollbackScope":{"description":"What goes back together: every function of the release, or each by itself.","type":"string","enum":["release","function"],"default":"release","examples":["function"],"$comment":"stage.rollbackScope"},"holdFor":{"$ref":"#/definitions/duration","description":"How long a release that stopped at `--until` is kept for whoever approves it.","default":"2h","examples":["8h"]},"journal":{"description":"Where events of releases are kept for a team, beside this machine: `s3://bucket/prefix`. `null`: nowhere else.","type":["string","null"],"maxLength":1024,"pattern":"^s3://[a-z0-9][a-z0-9.-]{1,61}[a-z0-9](/[^\\u0000-\\u001f]*)?$","examples":["s3://orders-releases/journal"],"$comment":"stage.journal"},"notifications":{"$ref":"#/definitions/notifications"}},"$comment":"stage"},"functionKey":{"description":"The word for a function in this file and on the command line.","type":"string","pattern":"^[a-zA-Z0-9][a-zA-Z0-9_-]{0,63}$","examples":["api"],"$comment":"functionKey"},"function":{"title":"Lambda function","description":"One Lambda function. A key that is absent is left alone at AWS; `null` is AWS's default.","type":"object","additionalProperties":false,"examples":[{"code":"dist/api","handler":"index.handler","timeout":"10s"}],"properties":{"name":{"description":"The Lambda name. Without it, `<project>-<key>`, and with a stage `<project>-<stage>-<key>`.","type":"string","pattern":"^[a-zA-Z0-9_-]{1,64}$","examples":["orders-api"],"$comment":"function.name"},"code":{"description":"What is deployed: a folder, zipped by shipit, or a ready .zip, deployed byte for byte.","type":"string","minLength":1,"maxLength":1024,"examples":["dist/api","dist/api.zip"],"$comment":"function.code"},"image":{"description":"A container image instead of `code`, by its digest: a tag could be another image tomorrow.","type":"string","pattern":"^[a-z0-9][a-zA-Z0-9._:/-]{0,511}@sha256:[a-f0-9]{64}$","examples":["123456789012.dkr.ecr.eu-west-1.amazonaws.com/orders@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"],"$comment":"function.image"},"handler":{"description":"File and function that Lambda calls, in the form of the runtime.","type":"string","pattern":"^[^\\s]{1,128}$","examples":["index.handler"],"$comment":"function.handler"},"runtime":{"$ref":"#/definitions/runtime"},"architecture":{"description":"The processor that the code is made for. `null`: x86_64.","type":["string","null"],"enum":["x86_64","arm64",null],"examples":["arm64"],"$comment":"function.architecture"},"memorySize":{"description":"Memory in MB, 128 to 10240, with a capacity provider up to 32768. `null`: 128.","type":["integer","null"],"minimum":128,"maximum":32768,"examples":[256],"$comment":"function.memorySize"},"timeout":{"description":"How long one request may take: whole seconds, 1s to 900s (15m), with a capacity provider up to 5400s. `null`: 3s.","type":["string","null"],"pattern":"^(?=.)(\\d{1,4}h)?(\\d{1,5}m(?!s))?(\\d{1,6}s)?(\\d{1,7}ms)?$","examples":["10s","2m"],"$comment":"function.timeout"},"ephemeralStorage":{"description":"Room in /tmp in MB, 512 to 10240, with a capacity provider up to 32768. `null`: 512.","type":["integer","null"],"minimum":512,"maximum":32768,"examples":[1024],"$comment":"function.ephemeralStorage"},"environment":{"description":"Environment variables; values are strings, 4 KB for all. What is declared here replaces what the function has. `null`: none.","type":["object","null"],"propertyNames":{"$ref":"#/definitions/environmentKey"},"additionalProperties":{"$ref":"#/definitions/environmentValue"},"examples":[{"TABLE":"orders","TOKEN":"${secret:orders/api#token}"}],"$comment":"function.environment"},"plainSecrets":{"description":"Environment variables whose values look like secrets and may stand in the file all the same.","type":"array","uniqueItems":true,"items":{"description":"Name of an environment variable, at least two characters.","type":"string","pattern":"^[a-zA-Z][a-zA-Z0-9_]+$","examples":["TABLE"],"$comment":"environmentKey"},"examples":[["TEST_KEY"]],"$comment":"function.plainSecrets"},"role":{"$ref":"#/definitions/role"},"description":{"description":"What the function is for, up to 256 characters. `null`: empty.","type":["string","null"],"maxLength":256,"examples":["Takes orders over HTTP"],"$comment":"function.description"},"layers":{"description":"Up to five layers in their order: keys of `layers`, or ARNs of layer versions. `null`: none.","type":["array","null"],"maxItems":5,"uniqueItems":true,"items":{"description":"A key of `layers`, or the ARN of a layer version.","type":"string","maxLength":2048,"pattern":"^([a-zA-Z0-9][a-zA-Z0-9_-]{0,63}|arn:(aws[a-zA-Z-]*)?:lambda:(eusc-)?[a-z]{2}(-gov|-iso[a-z]?)?-[a-z]+-\\d:\\d{12}:layer:[a-zA-Z0-9_-]{1,140}:\\d{1,19}|arn:[a-zA-Z0-9-]+:lambda:::awslayer:[a-zA-Z0-9_-]+)$","examples":["shared"],"$comment":"layerUse"},"examples":[["shared","arn:aws:lambda:eu-west-1:123456789012:layer:tools:4"]],"$comment":"function.layers"},"vpc":{"$ref":"#/definitions/vpc"},"fileSystem":{"$ref":"#/definitions/fileSystem"},"deadLetterQueue":{"description":"ARN of the queue or topic for asynchronous requests that failed for good. `null`: none.","type":["string","null"],"pattern":"^arn:aws[a-zA-Z-]*:(sqs|sns):(eusc-)?[a-z]{2}(-gov|-iso[a-z]?)?-[a-z]+-\\d:\\d{12}:[a-zA-Z0-9_-]{1,256}(\\.fifo)?$","examples":["arn:aws:sqs:eu-west-1:123456789012:orders-failed"],"$comment":"function.deadLetterQueue"},"kmsKey":{"$ref":"#/definitions/kmsKey","description":"ARN of the key that encrypts the environment. `null`: a key of AWS.","examples":["arn:aws:kms:eu-west-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab"]},"tracing":{"description":"Whether X-Ray traces requests by itself. `null`: PassThrough.","type":["string","null"],"enum":["Active","PassThrough",null],"examples":["Active"],"$comment":"function.tracing"},"snapStart":{"description":"Whether versions start from a snapshot. `null`: None.","type":["string","null"],"enum":["PublishedVersions","None",null],"examples":["PublishedVersions"],"$comment":"function.snapStart"},"logging":{"$ref":"#/definitions/logging"},"imageConfig":{"$ref":"#/definitions/imageConfig"},"durable":{"$ref":"#/definitions/durable"},"tags":{"description":"Tags of the function, at most 47, because AWS takes 50 and shipit has three of its own; those of AWS (`aws:`) and of shipit (`shipit:`) are not declared. `null`: none.","type":["object","null"],"maxProperties":47,"propertyNames":{"$ref":"#/definitions/tagKey"},"additionalProperties":{"$ref":"#/definitions/tagValue"},"examples":[{"team":"orders"}],"$comment":"function.tags"},"reservedConcurrency":{"description":"How many requests may run at once, kept back for this function; 0 stops it. `null`: it shares what the account has.","type":["integer","null"],"minimum":0,"maximum":1000000,"examples":[50],"$comment":"function.reservedConcurrency"},"recursion":{"description":"What Lambda does about a function that calls itself in a loop. `null`: Terminate.","type":["string","null"],"enum":["Allow","Terminate",null],"examples":["Terminate"],"$comment":"function.recursion"},"codeSigning":{"description":"ARN of a code signing configuration. `null`: none.","type":["string","null"],"pattern":"^arn:(aws[a-zA-Z-]*)?:lambda:(eusc-)?[a-z]{2}(-gov|-iso[a-z]?)?-[a-z]+-\\d:\\d{12}:code-signing-config:csc-[a-z0-9]{17}$","examples":["arn:aws:lambda:eu-west-1:123456789012:code-signing-config:csc-0123456789abcdef0"],"$comment":"function.codeSigning"},"runtimeManagement":{"$ref":"#/definitions/runtimeManagement"},"packageType":{"description":"Zip or Image; it follows from `code` and `image`, and never changes once the function is there.","type":"string","enum":["Zip","Image"],"examples":["Zip"],"$comment":"function.packageType"},"tenancy":{"description":"Keeps the execution environments of tenants apart. Only when the function is made.","type":"string","enum":["PER_TENANT"],"examples":["PER_TENANT"],"$comment":"function.tenancy"},"capacityProvider":{"$ref":"#/definitions/capacityProvider"},"manage":{"description":"With `release`, shipit moves code, version and alias alone; the settings belong to CDK, Terraform or SAM.","type":"string","enum":["all","release"],"default":"all","examples":["release"],"$comment":"function.manage"},"alias":{"description":"The alias that callers use and that is moved.","type":"string","pattern":"^(?!\\d+$)[a-zA-Z0-9_-]{1,128}$","default":"live","examples":["live"],"$comment":"function.alias"},"alarms":{"$ref":"#/definitions/alarms"},"hooks":{"$ref":"#/definitions/hooks"},"provisionedConcurrency":{"description":"How many execution environments are kept ready for the version that is served; they move with the traffic. `null`: none.","type":["integer","null"],"minimum":1,"maximum":1000000,"examples":[10],"$comment":"function.provisionedConcurrency"},"keepVersions":{"description":"How many versions stay after a release, the newest first, beside those that are in use. `null`: all of them.","type":["integer","null"],"minimum":1,"maximum":1000,"default":5,"examples":[10],"$comment":"function.keepVersions"},"testEvents":{"description":"Sample events, a glob of JSON files: for the smoke test and for local traffic.","type":"string","minLength":1,"maxLength":1024,"examples":["events/api/*.json"],"$comment":"function.testEvents"},"rollout":{"$ref":"#/definitions/rolloutName"}},"$comment":"function"},"environmentValue":{"description":"Value of an environment variable.","type":"string","examples":["orders"],"$comment":"environmentValue"},"layerUse":{"description":"A key of `layers`, or the ARN of a layer version.","type":"string","maxLength":2048,"pattern":"^([a-zA-Z0-9][a-zA-Z0-9_-]{0,63}|arn:(aws[a-zA-Z-]*)?:lambda:(eusc-)?[a-z]{2}(-gov|-iso[a-z]?)?-[a-z]+-\\d:\\d{12}:layer:[a-zA-Z0-9_-]{1,140}:\\d{1,19}|arn:[a-zA-Z0-9-]+:lambda:::awslayer:[a-zA-Z0-9_-]+)$","examples":["shared"],"$comment":"layerUse"},"tagKey":{"description":"Key of a tag, up to 128 characters.","type":"string","minLength":1,"maxLength":128,"pattern":"^[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*$","examples":["team"],"$comment":"tagKey"},"tagValue":{"description":"Value of a tag, up to 256 characters.","type":"string","maxLength":256,"pattern":"^[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*$","examples":["orders"],"$comment":"tagValue"},"vpc":{"title":"Vpc","description":"The network that the function runs in. `null`: none of your own.","type":["object","null"],"additionalProperties":false,"examples":[{"subnetIds":["subnet-0a1b2c3d","subnet-4e5f6a7b"],"securityGroupIds":["sg-0a1b2c3d"]}],"properties":{"subnetIds":{"description":"Subnets, 1 to 16, best in several availability zones.","type":"array","minItems":1,"maxItems":16,"uniqueItems":true,"items":{"description":"Id of a subnet.","type":"string","pattern":"^subnet-[0-9a-z]{1,64}$","examples":["subnet-0a1b2c3d"],"$comment":"subnetId"},"examples":[["subnet-0a1b2c3d","subnet-4e5f6a7b"]],"$comment":"vpc.subnetIds"},"securityGroupIds":{"description":"Security groups, 1 to 5.","type":"array","minItems":1,"maxItems":5,"uniqueItems":true,"items":{"description":"Id of a security group.","type":"string","pattern":"^sg-[0-9a-zA-Z]{1,64}$","examples":["sg-0a1b2c3d"],"$comment":"securityGroupId"},"examples":[["sg-0a1b2c3d"]],"$comment":"vpc.securityGroupIds"},"ipv6AllowedForDualStack":{"description":"Lets IPv6 out where the subnets have both kinds of addresses.","type":"boolean","default":false,"examples":[true],"$comment":"vpc.ipv6AllowedForDualStack"}},"$comment":"vpc"},"subnetId":{"description":"Id of a subnet.","type":"string","pattern":"^subnet-[0-9a-z]{1,64}$","examples":["subnet-0a1b2c3d"],"$comment":"subnetId"},"securityGroupId":{"description":"Id of a security group.","type":"string","pattern":"^sg-[0-9a-zA-Z]{1,64}$","examples":["sg-0a1b2c3d"],"$comment":"securityGroupId"},"fileSystem":{"title":"File system","description":"A file system of EFS or of S3 Files under /mnt. `null`: none.","type":["object","null"],"additionalProperties":false,"examples":[{"arn":"arn:aws:elasticfilesystem:eu-west-1:123456789012:access-point/fsap-0123456789abcdef0","localMountPath":"/mnt/orders"}],"properties":{"arn":{"$ref":"#/definitions/accessPoint","description":"ARN of the access point.","examples":["arn:aws:elasticfilesystem:eu-west-1:123456789012:access-point/fsap-0123456789abcdef0"]},"localMountPath":{"description":"Where the function finds it.","type":"string","maxLength":160,"pattern":"^/mnt/[a-zA-Z0-9_.-]+$","examples":["/mnt/orders"],"$comment":"fileSystem.localMountPath"},"directS3Read":{"description":"Whether S3 Files are read from S3 itself. `null`: as AWS has it.","type":["string","null"],"enum":["ENABLED","DISABLED","AUTO",null],"examples":["AUTO"],"$comment":"fileSystem.directS3Read"}},"$comment":"fileSystem"},"accessPoint":{"description":"ARN of an access point of EFS or of S3 Files.","type":"string","maxLength":256,"pattern":"^arn:aws[a-zA-Z-]*:(elasticfilesystem:(eusc-)?[a-z]{2}(-gov|-iso[a-z]?)?-[a-z]+-\\d:\\d{12}:access-point/fsap-[a-f0-9]{17}|s3files:[0-9a-z:-]+:file-system/fs-[0-9a-f]{17,40}/access-point/fsap-[0-9a-f]{17,40})$","examples":["arn:aws:elasticfilesystem:eu-west-1:123456789012:access-point/fsap-0123456789abcdef0"],"$comment":"accessPoint"},"logging":{"title":"Logging","description":"How and where the function logs. `null`: all of it as AWS has it.","type":["object","null"],"additionalProperties":false,"examples":[{"format":"JSON","applicationLogLevel":"INFO","retentionInDays":30}],"properties":{"format":{"description":"Text, or JSON with a level in every line. `null`: Text.","type":["string","null"],"enum":["Text","JSON",null],"examples":["JSON"],"$comment":"logging.format"},"applicationLogLevel":{"description":"The least that is kept of what the code logs; with JSON alone. `null`: INFO.","type":["string","null"],"enum":["TRACE","DEBUG","INFO","WARN","ERROR","FATAL",null],"examples":["INFO"],"$comment":"logging.applicationLogLevel"},"systemLogLevel":{"description":"The least that is kept of what Lambda itself logs; with JSON alone. `null`: INFO.","type":["string","null"],"enum":["DEBUG","INFO","WARN",null],"examples":["WARN"],"$comment":"logging.systemLogLevel"},"group":{"description":"Name of the log group. `null`: `/aws/lambda/<name>`.","type":["string","null"],"pattern":"^[.\\-_/#A-Za-z0-9]{1,512}$","examples":["/orders/api"],"$comment":"logging.group"},"retentionInDays":{"description":"How long the log group keeps events, one of CloudWatch's numbers of days. `null`: for ever.","type":["integer","null"],"enum":[1,3,5,7,14,30,60,90,120,150,180,365,400,545,731,1096,1827,2192,2557,2922,3288,3653,null],"examples":[30],"$comment":"logging.retentionInDays"}},"$comment":"logging"},"imageConfig":{"title":"Image config","description":"What overrides the settings of a container image. `null`: nothing.","type":["object","null"],"additionalProperties":false,"examples":[{"command":["app.handler"]}],"properties":{"entryPoint":{"description":"The program to start and its first arguments. `null`: the image's own.","type":["array","null"],"maxItems":1500,"items":{"$ref":"#/definitions/imageWord"},"examples":[["/usr/bin/node"]],"$comment":"imageConfig.entryPoint"},"command":{"description":"The arguments that follow. `null`: the image's own.","type":["array","null"],"maxItems":1500,"items":{"$ref":"#/definitions/imageWord"},"examples":[["app.handler"]],"$comment":"imageConfig.command"},"workingDirectory":{"description":"The folder to start in. `null`: the image's own.","type":["string","null"],"minLength":1,"maxLength":1000,"examples":["/var/task"],"$comment":"imageConfig.workingDirectory"}},"$comment":"imageConfig"},"imageWord":{"description":"One argument.","type":"string","examples":["app.handler"],"$comment":"imageWord"},"durable":{"title":"Durable","description":"Makes executions durable: they go on where they stopped. `null`: they are not.","type":["object","null"],"additionalProperties":false,"examples":[{"executionTimeout":"24h","retentionPeriodInDays":14}],"properties":{"executionTimeout":{"$ref":"#/definitions/duration","description":"How long one execution may take with all its waits: whole seconds, 1s to 8784h (366 days).","examples":["24h"]},"retentionPeriodInDays":{"description":"How long ended executions are kept, 1 to 90 days. `null`: as AWS has it.","type":["integer","null"],"minimum":1,"maximum":90,"examples":[14],"$comment":"durable.retentionPeriodInDays"},"kmsKey":{"$ref":"#/definitions/kmsKey","description":"ARN of the key that encrypts executions. `null`: a key of AWS.","examples":["arn:aws:kms:eu-west-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab"]}},"$comment":"durable"},"runtimeManagement":{"title":"Runtime management","description":"When the function gets a newer version of its runtime: `Auto`, `FunctionUpdate`, or one version by its ARN. `null`: Auto.","examples":["FunctionUpdate",{"runtimeVersionArn":"arn:aws:lambda:eu-west-1::runtime:0123abcd"}],"anyOf":[{"$ref":"#/definitions/runtimeUpdates"},{"$ref":"#/definitions/pinnedRuntime"}],"$comment":"runtimeManagement","branches":{"runtimeUpdates":null,"pinnedRuntime":["runtimeVersionArn"]}},"runtimeUpdates":{"title":"Runtime updates","description":"When the function gets a newer version of its runtime.","type":["string","null"],"enum":["Auto","FunctionUpdate",null],"examples":["FunctionUpdate"],"$comment":"runtimeUpdates"},"pinnedRuntime":{"title":"Pinned runtime","description":"Stays with one version of the runtime.","type":"object","required":["runtimeVersionArn"],"additionalProperties":false,"examples":[{"runtimeVersionArn":"arn:aws:lambda:eu-west-1::runtime:0123abcd"}],"properties":{"runtimeVersionArn":{"description":"ARN of the version of the runtime.","type":"string","minLength":26,"maxLength":2048,"pattern":"^arn:aws[a-zA-Z-]*:lambda:(eusc-)?[a-z]{2}(-gov|-iso[a-z]?)?-[a-z]+-\\d::runtime:.+$","examples":["arn:aws:lambda:eu-west-1::runtime:0123abcd"],"$comment":"pinnedRuntime.runtimeVersionArn"}},"$comment":"pinnedRuntime"},"capacityProvider":{"title":"Capacity provider","description":"Runs the function on instances that Lambda manages for you. `null`: it does not.","type":["object","null"],"additionalProperties":false,"examples":[{"arn":"arn:aws:lambda:eu-west-1:123456789012:capacity-provider:orders"}],"properties":{"arn":{"description":"ARN of the capacity provider.","type":"string","maxLength":140,"pattern":"^arn:aws[a-zA-Z-]*:lambda:(eusc-)?[a-z]{2}(-gov|-iso[a-z]?)?-[a-z]+-\\d:\\d{12}:capacity-provider:[a-zA-Z0-9_-]+$","examples":["arn:aws:lambda:eu-west-1:123456789012:capacity-provider:orders"],"$comment":"capacityProvider.arn"},"perExecutionEnvironmentMaxConcurrency":{"description":"How many requests one environment answers at once, 1 to 1600. `null`: as AWS has it.","type":["integer","null"],"minimum":1,"maximum":1600,"examples":[10],"$comment":"capacityProvider.perExecutionEnvironmentMaxConcurrency"},"executionEnvironmentMemoryGiBPerVCpu":{"description":"GiB of memory for each virtual processor, 2 to 8. `null`: as AWS has it.","type":["number","null"],"minimum":2,"maximum":8,"examples":[4],"$comment":"capacityProvider.executionEnvironmentMemoryGiBPerVCpu"}},"$comment":"capacityProvider"},"defaults":{"title":"Defaults","description":"Laid under every function: maps are merged by key, lists and single values are replaced.","type":"object","additionalProperties":false,"examples":[{"runtime":"nodejs24.x","memorySize":256,"alias":"live"}],"properties":{"code":{"description":"What is deployed: a folder, zipped by shipit, or a ready .zip, deployed byte for byte.","type":"string","minLength":1,"maxLength":1024,"examples":["dist/api","dist/api.zip"],"$comment":"defaults.code"},"image":{"description":"A container image instead of `code`, by its digest: a tag could be another image tomorrow.","type":"string","pattern":"^[a-z0-9][a-zA-Z0-9._:/-]{0,511}@sha256:[a-f0-9]{64}$","examples":["123456789012.dkr.ecr.eu-west-1.amazonaws.com/orders@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"],"$comment":"defaults.image"},"handler":{"description":"File and function that Lambda calls, in the form of the runtime.","type":"string","pattern":"^[^\\s]{1,128}$","examples":["index.handler"],"$comment":"defaults.handler"},"runtime":{"$ref":"#/definitions/runtime"},"architecture":{"description":"The processor that the code is made for. `null`: x86_64.","type":["string","null"],"enum":["x86_64","arm64",null],"examples":["arm64"],"$comment":"defaults.architecture"},"memorySize":{"description":"Memory in MB, 128 to 10240, with a capacity provider up to 32768. `null`: 128.","type":["integer","null"],"minimum":128,"maximum":32768,"examples":[256],"$comment":"defaults.memorySize"},"timeout":{"description":"How long one request may take: whole seconds, 1s to 900s (15m), with a capacity provider up to 5400s. `null`: 3s.","type":["string","null"],"pattern":"^(?=.)(\\d{1,4}h)?(\\d{1,5}m(?!s))?(\\d{1,6}s)?(\\d{1,7}ms)?$","examples":["10s","2m"],"$comment":"defaults.timeout"},"ephemeralStorage":{"description":"Room in /tmp in MB, 512 to 10240, with a capacity provider up to 32768. `null`: 512.","type":["integer","null"],"minimum":512,"maximum":32768,"examples":[1024],"$comment":"defaults.ephemeralStorage"},"environment":{"description":"Environment variables; values are strings, 4 KB for all. What is declared here replaces what the function has. `null`: none.","type":["object","null"],"propertyNames":{"$ref":"#/definitions/environmentKey"},"additionalProperties":{"$ref":"#/definitions/environmentValue"},"examples":[{"TABLE":"orders","TOKEN":"${secret:orders/api#token}"}],"$comment":"defaults.environment"},"plainSecrets":{"description":"Environment variables whose values look like secrets and may stand in the file all the same.","type":"array","uniqueItems":true,"items":{"description":"Name of an environment variable, at least two characters.","type":"string","pattern":"^[a-zA-Z][a-zA-Z0-9_]+$","examples":["TABLE"],"$comment":"environmentKey"},"examples":[["TEST_KEY"]],"$comment":"defaults.plainSecrets"},"role":{"$ref":"#/definitions/role"},"description":{"description":"What the function is for, up to 256 characters. `null`: empty.","type":["string","null"],"maxLength":256,"examples":["Takes orders over HTTP"],"$comment":"defaults.description"},"layers":{"description":"Up to five layers in their order: keys of `layers`, or ARNs of layer versions. `null`: none.","type":["array","null"],"maxItems":5,"uniqueItems":true,"items":{"description":"A key of `layers`, or the ARN of a layer version.","type":"string","maxLength":2048,"pattern":"^([a-zA-Z0-9][a-zA-Z0-9_-]{0,63}|arn:(aws[a-zA-Z-]*)?:lambda:(eusc-)?[a-z]{2}(-gov|-iso[a-z]?)?-[a-z]+-\\d:\\d{12}:layer:[a-zA-Z0-9_-]{1,140}:\\d{1,19}|arn:[a-zA-Z0-9-]+:lambda:::awslayer:[a-zA-Z0-9_-]+)$","examples":["shared"],"$comment":"layerUse"},"examples":[["shared","arn:aws:lambda:eu-west-1:123456789012:layer:tools:4"]],"$comment":"defaults.layers"},"vpc":{"$ref":"#/definitions/vpc"},"fileSystem":{"$ref":"#/definitions/fileSystem"},"deadLetterQueue":{"description":"ARN of the queue or topic for asynchronous requests that failed for good. `null`: none.","type":["string","null"],"pattern":"^arn:aws[a-zA-Z-]*:(sqs|sns):(eusc-)?[a-z]{2}(-gov|-iso[a-z]?)?-[a-z]+-\\d:\\d{12}:[a-zA-Z0-9_-]{1,256}(\\.fifo)?$","examples":["arn:aws:sqs:eu-west-1:123456789012:orders-failed"],"$comment":"defaults.deadLetterQueue"},"kmsKey":{"$ref":"#/definitions/kmsKey","description":"ARN of the key that encrypts the environment. `null`: a key of AWS.","examples":["arn:aws:kms:eu-west-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab"]},"tracing":{"description":"Whether X-Ray traces requests by itself. `null`: PassThrough.","type":["string","null"],"enum":["Active","PassThrough",null],"examples":["Active"],"$comment":"defaults.tracing"},"snapStart":{"description":"Whether versions start from a snapshot. `null`: None.","type":["string","null"],"enum":["PublishedVersions","None",null],"examples":["PublishedVersions"],"$comment":"defaults.snapStart"},"logging":{"$ref":"#/definitions/logging"},"imageConfig":{"$ref":"#/definitions/imageConfig"},"durable":{"$ref":"#/definitions/durable"},"tags":{"description":"Tags of the function, at most 47, because AWS takes 50 and shipit has three of its own; those of AWS (`aws:`) and of shipit (`shipit:`) are not declared. `null`: none.","type":["object","null"],"maxProperties":47,"propertyNames":{"$ref":"#/definitions/tagKey"},"additionalProperties":{"$ref":"#/definitions/tagValue"},"examples":[{"team":"orders"}],"$comment":"defaults.tags"},"reservedConcurrency":{"description":"How many requests may run at once, kept back for this function; 0 stops it. `null`: it shares what the account has.","type":["integer","null"],"minimum":0,"maximum":1000000,"examples":[50],"$comment":"defaults.reservedConcurrency"},"recursion":{"description":"What Lambda does about a function that calls itself in a loop. `null`: Terminate.","type":["string","null"],"enum":["Allow","Terminate",null],"examples":["Terminate"],"$comment":"defaults.recursion"},"codeSigning":{"description":"ARN of a code signing configuration. `null`: none.","type":["string","null"],"pattern":"^arn:(aws[a-zA-Z-]*)?:lambda:(eusc-)?[a-z]{2}(-gov|-iso[a-z]?)?-[a-z]+-\\d:\\d{12}:code-signing-config:csc-[a-z0-9]{17}$","examples":["arn:aws:lambda:eu-west-1:123456789012:code-signing-config:csc-0123456789abcdef0"],"$comment":"defaults.codeSigning"},"runtimeManagement":{"$ref":"#/definitions/runtimeManagement"},"packageType":{"description":"Zip or Image; it follows from `code` and `image`, and never changes once the function is there.","type":"string","enum":["Zip","Image"],"examples":["Zip"],"$comment":"defaults.packageType"},"tenancy":{"description":"Keeps the execution environments of tenants apart. Only when the function is made.","type":"string","enum":["PER_TENANT"],"examples":["PER_TENANT"],"$comment":"defaults.tenancy"},"capacityProvider":{"$ref":"#/definitions/capacityProvider"},"manage":{"description":"With `release`, shipit moves code, version and alias alone; the settings belong to CDK, Terraform or SAM.","type":"string","enum":["all","release"],"default":"all","examples":["release"],"$comment":"defaults.manage"},"alias":{"description":"The alias that callers use and that is moved.","type":"string","pattern":"^(?!\\d+$)[a-zA-Z0-9_-]{1,128}$","default":"live","examples":["live"],"$comment":"defaults.alias"},"alarms":{"$ref":"#/definitions/alarms"},"hooks":{"$ref":"#/definitions/hooks"},"provisionedConcurrency":{"description":"How many execution environments are kept ready for the version that is served; they move with the traffic. `null`: none.","type":["integer","null"],"minimum":1,"maximum":1000000,"examples":[10],"$comment":"defaults.provisionedConcurrency"},"keepVersions":{"description":"How many versions stay after a release, the newest first, beside those that are in use. `null`: all of them.","type":["integer","null"],"minimum":1,"maximum":1000,"default":5,"examples":[10],"$comment":"defaults.keepVersions"},"testEvents":{"description":"Sample events, a glob of JSON files: for the smoke test and for local traffic.","type":"string","minLength":1,"maxLength":1024,"examples":["events/api/*.json"],"$comment":"defaults.testEvents"},"rollout":{"$ref":"#/definitions/rolloutName"}},"$comment":"defaults"},"ownRole":{"title":"Own role","description":"A role that shipit makes, keeps as declared and deletes with the function. Logs come by themselves, and so does what X-Ray, a VPC, a dead letter queue, a file system, a key and durable executions need.","type":"object","additionalProperties":false,"examples":[{"managed":["arn:aws:iam::aws:policy/AmazonSQSReadOnlyAccess"]}],"properties":{"name":{"description":"Name of the role. Without it, `<Lambda name>-role`.","type":"string","pattern":"^[a-zA-Z0-9+=,.@_-]{1,64}$","examples":["orders-api"],"$comment":"ownRole.name"},"path":{"description":"Path of the role in IAM.","type":"string","maxLength":512,"pattern":"^/([a-zA-Z0-9+=,.@_-]+/)*$","default":"/","examples":["/teams/orders/"],"$comment":"ownRole.path"},"statements":{"description":"What the function may do: statements of an IAM policy, with IAM's own names.","type":"array","maxItems":100,"items":{"$ref":"#/definitions/statement"},"examples":[[{"Effect":"Allow","Action":"dynamodb:PutItem","Resource":"arn:aws:dynamodb:eu-west-1:123456789012:table/orders"}]],"$comment":"ownRole.statements"},"managed":{"description":"ARNs of managed policies, at most 20.","type":"array","maxItems":20,"uniqueItems":true,"items":{"description":"ARN of a managed policy.","type":"string","pattern":"^arn:(aws[a-zA-Z-]*)?:iam::(aws|\\d{12}):policy/[a-zA-Z0-9+=,.@_/-]{1,512}$","examples":["arn:aws:iam::aws:policy/AmazonSQSReadOnlyAccess"],"$comment":"policyArn"},"examples":[["arn:aws:iam::aws:policy/AmazonSQSReadOnlyAccess"]],"$comment":"ownRole.managed"},"boundary":{"description":"ARN of the policy that bounds what the role may do. `null`: none.","type":["string","null"],"pattern":"^arn:(aws[a-zA-Z-]*)?:iam::(aws|\\d{12}):policy/[a-zA-Z0-9+=,.@_/-]{1,512}$","examples":["arn:aws:iam::123456789012:policy/boundary"],"$comment":"ownRole.boundary"},"allowEverything":{"description":"Says that a role that may do everything is meant; without it, such a role is refused.","type":"boolean","default":false,"examples":[true],"$comment":"ownRole.allowEverything"}},"$comment":"ownRole"},"policyArn":{"description":"ARN of a managed policy.","type":"string","pattern":"^arn:(aws[a-zA-Z-]*)?:iam::(aws|\\d{12}):policy/[a-zA-Z0-9+=,.@_/-]{1,512}$","examples":["arn:aws:iam::aws:policy/AmazonSQSReadOnlyAccess"],"$comment":"policyArn"},"statement":{"title":"Statement","description":"One statement of an IAM policy.","type":"object","required":["Effect"],"additionalProperties":false,"examples":[{"Effect":"Allow","Action":["dynamodb:GetItem","dynamodb:PutItem"],"Resource":"arn:aws:dynamodb:eu-west-1:123456789012:table/orders"}],"properties":{"Sid":{"description":"A name for the statement: letters and digits.","type":"string","pattern":"^[a-zA-Z0-9]{0,100}$","examples":["Orders"],"$comment":"statement.Sid"},"Effect":{"description":"Allow or Deny.","type":"string","enum":["Allow","Deny"],"examples":["Allow"],"$comment":"statement.Effect"},"Action":{"$ref":"#/definitions/actions","description":"What it is about, one action or a list.","examples":["dynamodb:PutItem"]},"NotAction":{"$ref":"#/definitions/actions","description":"Everything but these actions.","examples":[["iam:*"]]},"Resource":{"$ref":"#/definitions/resources","description":"On what, one ARN or a list; `*` stands for anything.","examples":["arn:aws:dynamodb:eu-west-1:123456789012:table/orders"]},"NotResource":{"$ref":"#/definitions/resources","description":"On everything but these.","examples":[["arn:aws:s3:::secrets/*"]]},"Condition":{"description":"Under which conditions, as IAM writes them; `$${` is a literal `${`.","type":"object","additionalProperties":{"$ref":"#/definitions/condition"},"examples":[{"StringEquals":{"aws:ResourceTag/team":"orders"}}],"$comment":"statement.Condition"}},"$comment":"statement"},"actions":{"description":"One action of IAM or a list of them.","type":["string","array"],"pattern":"^(\\*|[a-zA-Z0-9-]+:[a-zA-Z0-9*?]+)$","minItems":1,"items":{"$ref":"#/definitions/action"},"examples":["dynamodb:PutItem",["s3:GetObject","s3:PutObject"]],"$comment":"actions"},"action":{"description":"One action of IAM.","type":"string","pattern":"^(\\*|[a-zA-Z0-9-]+:[a-zA-Z0-9*?]+)$","examples":["dynamodb:PutItem"],"$comment":"action"},"resources":{"description":"One ARN or a list of them.","type":["string","array"],"pattern":"^(\\*|arn:[^\\s]+)$","minItems":1,"items":{"$ref":"#/definitions/resource"},"examples":["arn:aws:s3:::orders/*",["arn:aws:s3:::orders","arn:aws:s3:::orders/*"]],"$comment":"resources"},"resource":{"description":"One ARN, with `*` for anything.","type":"string","pattern":"^(\\*|arn:[^\\s]+)$","examples":["arn:aws:s3:::orders/*"],"$comment":"resource"},"condition":{"description":"The keys of one operator and their values.","type":"object","additionalProperties":{"type":["string","number","boolean","array"]},"examples":[{"aws:ResourceTag/team":"orders"}],"$comment":"condition"},"role":{"title":"Role","description":"The execution role: the ARN of one that is there, or what a role that shipit makes may do.","examples":["arn:aws:iam::123456789012:role/orders",{"statements":[{"Effect":"Allow","Action":"dynamodb:PutItem","Resource":"arn:aws:dynamodb:eu-west-1:123456789012:table/orders"}]}],"anyOf":[{"$ref":"#/definitions/roleArn"},{"$ref":"#/definitions/ownRole"}],"$comment":"role","branches":{"roleArn":null,"ownRole":["name","path","statements","managed","boundary","allowEverything"]}},"layerKey":{"description":"The word for a layer in this file.","type":"string","pattern":"^[a-zA-Z0-9][a-zA-Z0-9_-]{0,63}$","examples":["shared"],"$comment":"layerKey"},"layerArchitecture":{"description":"A processor.","type":"string","enum":["x86_64","arm64"],"examples":["arm64"],"$comment":"layerArchitecture"},"layer":{"title":"Layer","description":"A layer of this project: published when its content changes, and only then.","type":"object","additionalProperties":false,"examples":[{"code":"layers/shared","runtimes":["nodejs24.x"],"keep":5}],"properties":{"code":{"description":"What is in it: a folder, zipped by shipit, or a ready .zip.","type":"string","minLength":1,"maxLength":1024,"examples":["layers/shared"],"$comment":"layer.code"},"name":{"description":"The name at AWS. Without it, `<project>-<key>`, and with a stage `<project>-<stage>-<key>`.","type":"string","pattern":"^[a-zA-Z0-9_-]{1,140}$","examples":["orders-shared"],"$comment":"layer.name"},"description":{"description":"What the layer is for, up to 256 characters.","type":"string","maxLength":256,"examples":["Shared code of the orders"],"$comment":"layer.description"},"runtimes":{"description":"The runtimes that it is made for, at most 15.","type":"array","maxItems":15,"uniqueItems":true,"items":{"description":"The Lambda runtime. Words that shipit does not know are passed on.","type":"string","pattern":"^[a-z][a-z0-9.]{1,63}$","examples":["nodejs24.x","python3.13"],"$comment":"runtime"},"examples":[["nodejs22.x","nodejs24.x"]],"$comment":"layer.runtimes"},"architectures":{"description":"The processors that it is made for.","type":"array","maxItems":2,"uniqueItems":true,"items":{"description":"A processor.","type":"string","enum":["x86_64","arm64"],"examples":["arm64"],"$comment":"layerArchitecture"},"examples":[["arm64"]],"$comment":"layer.architectures"},"license":{"description":"The licence: a name, an address or the text, up to 512 characters.","type":"string","maxLength":512,"examples":["MIT"],"$comment":"layer.license"},"keep":{"description":"How many versions stay, the newest first. Without it, all of them.","type":"integer","minimum":1,"maximum":1000000,"examples":[5],"$comment":"layer.keep"}},"$comment":"layer"},"alarm":{"description":"Name of an existing alarm, or what shipit makes alarms for.","examples":["orders-api-errors",{"create":["errors","throttles","p99"]}],"anyOf":[{"$ref":"#/definitions/alarmName"},{"$ref":"#/definitions/createdAlarms"}],"$comment":"alarm","branches":{"alarmName":null,"createdAlarms":["create"]}},"createdAlarms":{"title":"Created alarms","description":"Alarms that shipit makes, and removes when they are no longer declared.","type":"object","required":["create"],"additionalProperties":false,"examples":[{"create":["errors","throttles","p99"]}],"properties":{"create":{"description":"What they watch, each kind once, with a threshold or with the default of its kind.","type":"array","minItems":1,"maxItems":3,"items":{"$ref":"#/definitions/createdAlarm"},"examples":[["errors","throttles","p99"],[{"errors":"2%"},{"p99":"800ms"}]],"$comment":"createdAlarms.create"}},"$comment":"createdAlarms"},"createdAlarm":{"description":"What one alarm watches, alone or with its threshold.","examples":["errors",{"p99":"800ms"}],"anyOf":[{"$ref":"#/definitions/alarmKind"},{"$ref":"#/definitions/alarmThreshold"}],"$comment":"createdAlarm","branches":{"alarmKind":null,"alarmThreshold":["errors","throttles","p99"]}},"alarmKind":{"description":"What an alarm watches: failed requests, throttled requests, or how long the slowest hundredth takes.","type":"string","enum":["errors","throttles","p99"],"examples":["errors"],"$comment":"alarmKind"},"alarmThreshold":{"title":"Alarm threshold","description":"What an alarm watches, with its threshold: one of these.","type":"object","minProperties":1,"maxProperties":1,"additionalProperties":false,"examples":[{"errors":"2%"}],"properties":{"errors":{"$ref":"#/definitions/percent","description":"The share of requests that may fail.","examples":["2%"]},"throttles":{"description":"How many requests a minute may be throttled.","type":"integer","minimum":1,"maximum":1000000,"examples":[5],"$comment":"alarmThreshold.throttles"},"p99":{"$ref":"#/definitions/duration","description":"How long 99 of 100 requests may take at most.","examples":["800ms"]}},"$comment":"alarmThreshold"},"alarms":{"title":"Alarms","description":"Alarms of CloudWatch that send a release back: names of metric or composite alarms that exist, and kinds of alarms that shipit makes for the alias and for the candidate.","type":"array","maxItems":100,"items":{"$ref":"#/definitions/alarm"},"examples":[["orders-api-errors"],["orders-api-errors",{"create":["errors","throttles",{"p99":"800ms"}]}]],"$comment":"alarms"},"hooks":{"title":"Hooks","description":"What is asked for its verdict, and when. One that fails sends the release back; after `onRollback` nothing more is at stake.","type":"object","additionalProperties":false,"examples":[{"preTraffic":[{"smoke":"testEvents"}],"postTraffic":[{"invoke":"check-orders"}]}],"properties":{"preTraffic":{"$ref":"#/definitions/hookList","description":"Before the candidate gets any traffic.","examples":[[{"smoke":"testEvents"}]]},"afterStep":{"$ref":"#/definitions/hookList","description":"When the bake of a step below 100% is over.","examples":[[{"run":["npm","run","smoke"]}]]},"postTraffic":{"$ref":"#/definitions/hookList","description":"As soon as the candidate has all traffic.","examples":[[{"http":"https://status.example.com/health"}]]},"onRollback":{"$ref":"#/definitions/hookList","description":"After a release went back; their verdict changes nothing.","examples":[[{"invoke":"clean-up"}]]}},"$comment":"hooks"},"hookList":{"description":"Hooks, asked in this order.","type":"array","maxItems":20,"items":{"$ref":"#/definitions/hook"},"examples":[[{"smoke":"testEvents"}]],"$comment":"hookList"},"invoke":{"title":"Invoke","description":"Invokes a function with the release, its versions and the step. What it returns is the verdict: `{ status: pass | fail | inconclusive, because }`.","type":"object","required":["invoke"],"additionalProperties":false,"examples":[{"invoke":"check-orders","timeout":"1m"}],"properties":{"invoke":{"description":"The key of a function of this project, or a Lambda name.","type":"string","pattern":"^[a-zA-Z0-9_-]{1,64}$","examples":["check-orders"],"$comment":"invoke.invoke"},"name":{"$ref":"#/definitions/hookName"},"timeout":{"$ref":"#/definitions/duration","description":"How long it may take.","default":"30s","examples":["1m"]},"retries":{"$ref":"#/definitions/hookRetries"},"onTimeout":{"$ref":"#/definitions/hookOnTimeout"}},"$comment":"invoke"},"http":{"title":"Http","description":"Asks an address; status and, if given, body are the verdict.","type":"object","required":["http"],"additionalProperties":false,"examples":[{"http":"https://status.example.com/health","headers":{"Authorization":"Bearer ${secret:status/token}"},"status":[200,204]}],"properties":{"http":{"$ref":"#/definitions/url","description":"The address, with http:// or https://.","examples":["https://status.example.com/health"]},"method":{"description":"The method.","type":"string","enum":["GET","HEAD","POST","PUT","PATCH","DELETE"],"default":"GET","examples":["POST"],"$comment":"http.method"},"headers":{"$ref":"#/definitions/headers"},"status":{"$ref":"#/definitions/status"},"body":{"description":"A JMESPath expression over the JSON that came back, which has to be true. Without it, the body is not looked at.","type":"string","minLength":1,"maxLength":4096,"pattern":"\\S","examples":["status == 'ok'"],"$comment":"http.body"},"name":{"$ref":"#/definitions/hookName"},"timeout":{"$ref":"#/definitions/duration","description":"How long it may take.","default":"30s","examples":["10s"]},"retries":{"$ref":"#/definitions/hookRetries"},"onTimeout":{"$ref":"#/definitions/hookOnTimeout"}},"$comment":"http"},"status":{"description":"The status that is expected, or several.","default":200,"examples":[200,[200,204]],"anyOf":[{"$ref":"#/definitions/statusCode"},{"$ref":"#/definitions/statusCodes"}],"$comment":"status","branches":{"statusCode":null,"statusCodes":null}},"statusCode":{"description":"A status of HTTP.","type":"integer","minimum":100,"maximum":599,"examples":[200],"$comment":"statusCode"},"statusCodes":{"description":"Statuses of HTTP.","type":"array","minItems":1,"maxItems":20,"items":{"$ref":"#/definitions/statusCode"},"examples":[[200,204]],"$comment":"statusCodes"},"run":{"title":"Run","description":"Runs a program in the folder of the project file, without a shell. Exit code 0 passes, 75 is inconclusive, any other fails.","type":"object","required":["run"],"additionalProperties":false,"examples":[{"run":["npm","run","smoke"],"credentials":true}],"properties":{"run":{"description":"The program and its arguments, one by one.","type":"array","minItems":1,"maxItems":100,"items":{"$ref":"#/definitions/runWord"},"examples":[["npm","run","smoke"]],"$comment":"run.run"},"credentials":{"description":"Whether it gets the credentials of AWS that shipit has, those of a profile or a role that the project names too.","type":"boolean","default":false,"examples":[true],"$comment":"run.credentials"},"name":{"$ref":"#/definitions/hookName"},"timeout":{"$ref":"#/definitions/duration","description":"How long it may take.","default":"5m","examples":["10m"]},"retries":{"$ref":"#/definitions/hookRetries"},"onTimeout":{"$ref":"#/definitions/hookOnTimeout"}},"$comment":"run"},"runWord":{"description":"The program, or one argument.","type":"string","maxLength":4096,"examples":["npm"],"$comment":"runWord"},"smoke":{"title":"Smoke","description":"Invokes the candidate with each sample event of its function.","type":"object","required":["smoke"],"additionalProperties":false,"examples":[{"smoke":"testEvents"}],"properties":{"smoke":{"description":"The events: those of `testEvents`.","type":"string","enum":["testEvents"],"examples":["testEvents"],"$comment":"smoke.smoke"},"name":{"$ref":"#/definitions/hookName"},"timeout":{"$ref":"#/definitions/duration","description":"How long one event may take.","default":"30s","examples":["1m"]},"retries":{"$ref":"#/definitions/hookRetries"},"onTimeout":{"$ref":"#/definitions/hookOnTimeout"}},"$comment":"smoke"},"hookName":{"description":"What people call it. Without it, what it does.","type":"string","pattern":"^\\S(.{0,62}\\S)?$","examples":["orders are taken"],"$comment":"hookName"},"hookRetries":{"description":"Further tries after one that failed or took too long, at most 5.","type":"integer","minimum":0,"maximum":5,"default":0,"examples":[2],"$comment":"hookRetries"},"hookOnTimeout":{"description":"What it means when the last try takes too long.","type":"string","enum":["fail","pass","inconclusive"],"default":"fail","examples":["inconclusive"],"$comment":"hookOnTimeout"},"hook":{"title":"Hook","description":"Something that is asked for its verdict on a release: a function, an address, a program, or the sample events.","examples":[{"invoke":"check-orders"},{"http":"https://status.example.com/health","body":"status == 'ok'"},{"run":["npm","run","smoke"],"timeout":"10m"},{"smoke":"testEvents"}],"anyOf":[{"$ref":"#/definitions/invoke"},{"$ref":"#/definitions/http"},{"$ref":"#/definitions/run"},{"$ref":"#/definitions/smoke"}],"$comment":"hook","branches":{"invoke":["invoke","name","timeout","retries","onTimeout"],"http":["http","method","headers","status","body","name","timeout","retries","onTimeout"],"run":["run","credentials","name","timeout","retries","onTimeout"],"smoke":["smoke","name","timeout","retries","onTimeout"]}},"preset":{"title":"Preset","description":"One of CodeDeploy's words for a rollout.","enum":["Canary10Percent5Minutes","Canary10Percent10Minutes","Canary10Percent15Minutes","Canary10Percent30Minutes","Linear10PercentEvery1Minute","Linear10PercentEvery2Minutes","Linear10PercentEvery3Minutes","Linear10PercentEvery10Minutes","AllAtOnce"],"type":"string","examples":["Canary10Percent5Minutes"],"$comment":"preset"},"canary":{"title":"Canary","description":"A share of the traffic first, then all of it.","type":"object","required":["canary"],"additionalProperties":false,"examples":[{"canary":"10%","bake":"10m"}],"properties":{"canary":{"$ref":"#/definitions/weight","description":"The share of requests that the candidate gets first.","examples":["10%"]},"bake":{"$ref":"#/definitions/duration","description":"How long it is watched at that share before it gets everything.","default":"10m","examples":["10m"]},"approval":{"$ref":"#/definitions/approval","description":"Whether a person has to approve before it gets everything.","examples":[true,{"expires":"4h","then":"continue"}]},"bakeAfter":{"$ref":"#/definitions/duration","description":"How long it is watched at 100% before the release ends.","default":"0s","examples":["5m"]}},"$comment":"canary"},"linear":{"title":"Linear","description":"Equal shares, one after the other.","type":"object","required":["linear","every"],"additionalProperties":false,"examples":[{"linear":"10%","every":"1m"}],"properties":{"linear":{"$ref":"#/definitions/weight","description":"The share of requests that each step adds.","examples":["10%"]},"every":{"$ref":"#/definitions/duration","description":"How long each step is watched.","examples":["1m"]},"bakeAfter":{"$ref":"#/definitions/duration","description":"How long it is watched at 100% before the release ends.","default":"0s","examples":["5m"]}},"$comment":"linear"},"steps":{"title":"Steps","description":"Free steps, each with its own weight and bake; 100% follows the last one.","type":"object","required":["steps"],"additionalProperties":false,"examples":[{"steps":[{"weight":"1%","bake":"2m"}],"bakeAfter":"5m"}],"properties":{"steps":{"description":"The steps; their weights rise.","type":"array","minItems":1,"maxItems":100,"items":{"$ref":"#/definitions/step"},"examples":[[{"weight":"1%","bake":"2m"}]],"$comment":"steps.steps"},"bakeAfter":{"$ref":"#/definitions/duration","description":"How long it is watched at 100% before the release ends.","default":"0s","examples":["5m"]}},"$comment":"steps"},"step":{"title":"Step","description":"One stop of a rollout.","type":"object","required":["weight"],"additionalProperties":false,"examples":[{"weight":"25%","bake":"5m"}],"properties":{"weight":{"$ref":"#/definitions/weight","description":"The share of requests that the candidate gets in this step.","examples":["25%"]},"bake":{"$ref":"#/definitions/duration","description":"How long this step is watched.","default":"10m","examples":["5m"]},"alarms":{"description":"Names of alarms that veto while this step lasts, beside those of the functions.","type":"array","maxItems":100,"uniqueItems":true,"items":{"description":"Name of an existing CloudWatch alarm.","type":"string","minLength":1,"maxLength":255,"examples":["orders-api-errors"],"$comment":"alarmName"},"examples":[["orders-checkout-errors"]],"$comment":"step.alarms"},"hooks":{"$ref":"#/definitions/hookList","description":"What is asked when its bake is over, after the hooks of the functions.","examples":[[{"run":["npm","run","smoke"]}]]},"approval":{"$ref":"#/definitions/approval","description":"Whether a person has to approve before the next step.","examples":[true,{"expires":"4h","then":"continue"}]}},"$comment":"step"},"approval":{"description":"Waits for `shipit approve`, for 24 hours; or says how long, and what then.","examples":[true,{"expires":"4h","then":"continue"}],"anyOf":[{"$ref":"#/definitions/approvalWord"},{"$ref":"#/definitions/approvalTerms"}],"$comment":"approval","branches":{"approvalWord":null,"approvalTerms":["expires","then"]}},"approvalWord":{"description":"Whether a person has to approve.","type":"boolean","examples":[true],"$comment":"approvalWord"},"approvalTerms":{"title":"Approval terms","description":"How long it waits for a person, and what then.","type":"object","additionalProperties":false,"examples":[{"expires":"4h","then":"continue"}],"properties":{"expires":{"$ref":"#/definitions/duration","description":"How long it waits.","default":"24h","examples":["4h"]},"then":{"description":"What happens when nobody answered.","type":"string","enum":["rollback","continue"],"default":"rollback","examples":["continue"],"$comment":"approvalTerms.then"}},"$comment":"approvalTerms"},"rollout":{"title":"Rollout","description":"How traffic moves to the candidate: a canary, equal steps, free steps, or one of CodeDeploy's words.","examples":[{"canary":"10%","bake":"10m"},"Linear10PercentEvery2Minutes",{"steps":[{"weight":"5%","bake":"5m","approval":true},{"weight":"50%","bake":"10m"}]}],"anyOf":[{"$ref":"#/definitions/preset"},{"$ref":"#/definitions/canary"},{"$ref":"#/definitions/linear"},{"$ref":"#/definitions/steps"}],"$comment":"rollout","branches":{"preset":null,"canary":["canary","bake","approval","bakeAfter"],"linear":["linear","every","bakeAfter"],"steps":["steps","bakeAfter"]}},"guard":{"title":"Guard","description":"The built-in gate: the candidate's own error rate over a step, and how alarms are read. It is on unless a release says --no-gate.","type":"object","additionalProperties":false,"examples":[{"maxErrorRate":"5%","minInvocations":20},{"insufficientData":"hold","ignoreFiring":["orders-known-problem"]}],"properties":{"maxErrorRate":{"$ref":"#/definitions/percent","description":"The largest share of the candidate's requests that may fail over a step.","default":"5%","examples":["5%"]},"minInvocations":{"description":"The guard does not speak before the candidate answered this many requests in a step.","type":"integer","minimum":1,"maximum":1000000,"default":20,"examples":[20],"$comment":"guard.minInvocations"},"insufficientData":{"description":"What an alarm without data says: nothing, wait, or go back.","type":"string","enum":["pass","hold","fail"],"default":"pass","examples":["hold"],"$comment":"guard.insufficientData"},"ignoreFiring":{"description":"Alarms that may fire and send nothing back; releases say which they were.","type":"array","maxItems":100,"uniqueItems":true,"items":{"description":"Name of an existing CloudWatch alarm.","type":"string","minLength":1,"maxLength":255,"examples":["orders-api-errors"],"$comment":"alarmName"},"examples":[["orders-known-problem"]],"$comment":"guard.ignoreFiring"},"onInconclusive":{"description":"What becomes of a step that is over without enough to judge it by.","type":"string","enum":["promote","hold","rollback"],"default":"promote","examples":["hold"],"$comment":"guard.onInconclusive"},"holdFor":{"$ref":"#/definitions/duration","description":"How long such a step waits for more before the release goes back.","default":"30m","examples":["1h"]}},"$comment":"guard"},"notifications":{"description":"Who hears of releases. One that cannot be reached never disturbs a release.","type":"array","maxItems":50,"items":{"$ref":"#/definitions/channel"},"examples":[[{"sns":"arn:aws:sns:eu-west-1:123456789012:releases","on":["rolledBack","stuck"]}]],"$comment":"notifications"},"sns":{"title":"Sns","description":"A topic of SNS.","type":"object","required":["sns"],"additionalProperties":false,"examples":[{"sns":"arn:aws:sns:eu-west-1:123456789012:releases"}],"properties":{"sns":{"description":"ARN of the topic.","type":"string","pattern":"^arn:aws[a-zA-Z-]*:sns:(eusc-)?[a-z]{2}(-gov|-iso[a-z]?)?-[a-z]+-\\d:\\d{12}:[a-zA-Z0-9_-]{1,256}$","examples":["arn:aws:sns:eu-west-1:123456789012:releases"],"$comment":"sns.sns"},"on":{"$ref":"#/definitions/occasions"}},"$comment":"sns"},"eventBridge":{"title":"Event bridge","description":"A bus of EventBridge; the events have the source `shipit`.","type":"object","required":["eventBridge"],"additionalProperties":false,"examples":[{"eventBridge":"default"}],"properties":{"eventBridge":{"description":"Name or ARN of the bus.","type":"string","pattern":"^(arn:aws[a-zA-Z-]*:events:(eusc-)?[a-z]{2}(-gov|-iso[a-z]?)?-[a-z]+-\\d:\\d{12}:event-bus/)?[/.\\-_A-Za-z0-9]{1,256}$","examples":["default"],"$comment":"eventBridge.eventBridge"},"on":{"$ref":"#/definitions/occasions"}},"$comment":"eventBridge"},"slack":{"title":"Slack","description":"A channel of Slack, by an incoming webhook.","type":"object","required":["slack"],"additionalProperties":false,"examples":[{"slack":"${secret:releases/slack}"}],"properties":{"slack":{"$ref":"#/definitions/channelUrl","description":"Address of the webhook, a secret: refer to it.","examples":["${secret:releases/slack}"]},"on":{"$ref":"#/definitions/occasions"}},"$comment":"slack"},"webhook":{"title":"Webhook","description":"Any address that takes JSON.","type":"object","required":["webhook"],"additionalProperties":false,"examples":[{"webhook":"https://releases.example.com/shipit","headers":{"Authorization":"Bearer ${secret:releases/token}"}}],"properties":{"webhook":{"$ref":"#/definitions/channelUrl","description":"The address, with http:// or https://.","examples":["https://releases.example.com/shipit"]},"headers":{"$ref":"#/definitions/headers"},"on":{"$ref":"#/definitions/occasions"}},"$comment":"webhook"},"occasions":{"description":"Of what it hears. Without it, of everything.","type":"array","minItems":1,"maxItems":6,"uniqueItems":true,"items":{"description":"What can be told of a release.","type":"string","enum":["started","step","waiting","rolledBack","promoted","stuck"],"examples":["rolledBack"],"$comment":"occasion"},"examples":[["rolledBack","stuck"]],"$comment":"occasions"},"occasion":{"description":"What can be told of a release.","type":"string","enum":["started","step","waiting","rolledBack","promoted","stuck"],"examples":["rolledBack"],"$comment":"occasion"},"channelUrl":{"description":"An address, with http:// or https://. It may be a secret.","type":"string","maxLength":2048,"pattern":"^https?://[^\\s\\u0000-\\u001f]+$","examples":["https://releases.example.com/shipit"],"$comment":"channelUrl"},"channel":{"title":"Channel","description":"Who hears of a release: a topic of SNS, a bus of EventBridge, a channel of Slack, or any address.","examples":[{"sns":"arn:aws:sns:eu-west-1:123456789012:releases","on":["rolledBack","stuck"]},{"slack":"${secret:releases/slack}"}],"anyOf":[{"$ref":"#/definitions/sns"},{"$ref":"#/definitions/eventBridge"},{"$ref":"#/definitions/slack"},{"$ref":"#/definitions/webhook"}],"$comment":"channel","branches":{"sns":["sns","on"],"eventBridge":["eventBridge","on"],"slack":["slack","on"],"webhook":["webhook","headers","on"]}},"local":{"title":"Local","description":"What `--local` needs beside the project.","type":"object","additionalProperties":false,"examples":[{"seed":"local.yaml"}],"properties":{"seed":{"$ref":"#/definitions/path","description":"A file with PutMetricAlarm inputs that are applied under --local where the alarm is absent.","examples":["local.yaml"]}},"$comment":"local"},"percent":{"description":"A share of requests: a number, at most one decimal, and `%`.","type":"string","pattern":"^(100(\\.0)?|\\d{1,2}(\\.\\d)?)%$","examples":["5%","0.5%"],"$comment":"percent"},"weight":{"description":"The share of requests that the candidate gets: above 0%, below 100%.","type":"string","pattern":"^(?!0{1,2}(\\.0)?%)\\d{1,2}(\\.\\d)?%$","examples":["10%","0.5%"],"$comment":"weight"},"duration":{"description":"A length of time: hours, minutes, seconds, milliseconds, in this order.","type":"string","pattern":"^(?=.)(\\d{1,4}h)?(\\d{1,5}m(?!s))?(\\d{1,6}s)?(\\d{1,7}ms)?$","examples":["10m","90s","1h30m"],"$comment":"duration"},"path":{"description":"A path below the folder of the project file, with `/`.","type":"string","minLength":1,"maxLength":1024,"examples":["dist/api"],"$comment":"path"},"rolloutName":{"description":"How new versions are rolled out: a name of `rollouts`, or one of CodeDeploy's words.","type":"string","minLength":1,"maxLength":64,"examples":["careful","Canary10Percent5Minutes"],"$comment":"rolloutName"},"roleArn":{"title":"Role ARN","description":"ARN of a role that is there already.","type":"string","pattern":"^arn:(aws[a-zA-Z-]*)?:iam::\\d{12}:role/[a-zA-Z_0-9+=,.@/-]{1,512}$","examples":["arn:aws:iam::123456789012:role/orders"],"$comment":"roleArn"},"kmsKey":{"description":"ARN of a key of KMS, or of an alias of one.","type":["string","null"],"pattern":"^arn:aws[a-zA-Z-]*:kms:(eusc-)?[a-z]{2}(-gov|-iso[a-z]?)?-[a-z]+-\\d:\\d{12}:(key|alias)/[a-zA-Z0-9/_-]{1,256}$","examples":["arn:aws:kms:eu-west-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab"],"$comment":"kmsKey"},"runtime":{"description":"The Lambda runtime. Words that shipit does not know are passed on.","type":"string","pattern":"^[a-z][a-z0-9.]{1,63}$","examples":["nodejs24.x","python3.13"],"$comment":"runtime"},"environmentKey":{"description":"Name of an environment variable, at least two characters.","type":"string","pattern":"^[a-zA-Z][a-zA-Z0-9_]+$","examples":["TABLE"],"$comment":"environmentKey"},"url":{"description":"An address, with http:// or https://.","type":"string","maxLength":2048,"pattern":"^https?://[^\\s\\u0000-\\u001f]+$","examples":["https://status.example.com/health"],"$comment":"url"},"headers":{"title":"Headers","description":"Headers of the request.","type":"object","maxProperties":50,"propertyNames":{"$ref":"#/definitions/headerName"},"additionalProperties":{"$ref":"#/definitions/headerValue"},"examples":[{"X-Team":"orders"}],"$comment":"headers"},"headerName":{"description":"Name of a header.","type":"string","pattern":"^[a-zA-Z0-9!#$%&'*+.^_`|~-]{1,128}$","examples":["X-Team"],"$comment":"headerName"},"headerValue":{"description":"Value of a header.","type":"string","maxLength":8192,"pattern":"^[^\\u0000-\\u0008\\u000a-\\u001f\\u007f]*$","examples":["orders"],"$comment":"headerValue"},"alarmName":{"description":"Name of an existing CloudWatch alarm.","type":"string","minLength":1,"maxLength":255,"examples":["orders-api-errors"],"$comment":"alarmName"}},"$comment":"file"};
const schema12 = {"description":"The word for a function in this file and on the command line.","type":"string","pattern":"^[a-zA-Z0-9][a-zA-Z0-9_-]{0,63}$","examples":["api"],"$comment":"functionKey"};
const schema85 = {"description":"A name for a stage, part of the names that are not given.","type":"string","pattern":"^[a-zA-Z0-9][a-zA-Z0-9_-]{0,31}$","examples":["prod"],"$comment":"stageKey"};
const schema103 = {"description":"The word for a layer in this file.","type":"string","pattern":"^[a-zA-Z0-9][a-zA-Z0-9_-]{0,63}$","examples":["shared"],"$comment":"layerKey"};
const schema104 = {"title":"Layer","description":"A layer of this project: published when its content changes, and only then.","type":"object","additionalProperties":false,"examples":[{"code":"layers/shared","runtimes":["nodejs24.x"],"keep":5}],"properties":{"code":{"description":"What is in it: a folder, zipped by shipit, or a ready .zip.","type":"string","minLength":1,"maxLength":1024,"examples":["layers/shared"],"$comment":"layer.code"},"name":{"description":"The name at AWS. Without it, `<project>-<key>`, and with a stage `<project>-<stage>-<key>`.","type":"string","pattern":"^[a-zA-Z0-9_-]{1,140}$","examples":["orders-shared"],"$comment":"layer.name"},"description":{"description":"What the layer is for, up to 256 characters.","type":"string","maxLength":256,"examples":["Shared code of the orders"],"$comment":"layer.description"},"runtimes":{"description":"The runtimes that it is made for, at most 15.","type":"array","maxItems":15,"uniqueItems":true,"items":{"description":"The Lambda runtime. Words that shipit does not know are passed on.","type":"string","pattern":"^[a-z][a-z0-9.]{1,63}$","examples":["nodejs24.x","python3.13"],"$comment":"runtime"},"examples":[["nodejs22.x","nodejs24.x"]],"$comment":"layer.runtimes"},"architectures":{"description":"The processors that it is made for.","type":"array","maxItems":2,"uniqueItems":true,"items":{"description":"A processor.","type":"string","enum":["x86_64","arm64"],"examples":["arm64"],"$comment":"layerArchitecture"},"examples":[["arm64"]],"$comment":"layer.architectures"},"license":{"description":"The licence: a name, an address or the text, up to 512 characters.","type":"string","maxLength":512,"examples":["MIT"],"$comment":"layer.license"},"keep":{"description":"How many versions stay, the newest first. Without it, all of them.","type":"integer","minimum":1,"maximum":1000000,"examples":[5],"$comment":"layer.keep"}},"$comment":"layer"};
const schema84 = {"description":"How new versions are rolled out: a name of `rollouts`, or one of CodeDeploy's words.","type":"string","minLength":1,"maxLength":64,"examples":["careful","Canary10Percent5Minutes"],"$comment":"rolloutName"};
const schema106 = {"description":"A name for a rollout.","type":"string","pattern":"^[a-zA-Z][a-zA-Z0-9_-]{0,63}$","examples":["careful"],"$comment":"rolloutKey"};
const schema35 = {"description":"A length of time: hours, minutes, seconds, milliseconds, in this order.","type":"string","pattern":"^(?=.)(\\d{1,4}h)?(\\d{1,5}m(?!s))?(\\d{1,6}s)?(\\d{1,7}ms)?$","examples":["10m","90s","1h30m"],"$comment":"duration"};
const func2 = Object.prototype.hasOwnProperty;
const func3 = require("ajv/dist/runtime/ucs2length").default;
const pattern0 = new RegExp("^[a-zA-Z0-9][a-zA-Z0-9_-]{0,62}$", "u");
const pattern1 = new RegExp("^[a-zA-Z0-9][a-zA-Z0-9_-]{0,63}$", "u");
const pattern50 = new RegExp("^[a-zA-Z0-9][a-zA-Z0-9_-]{0,31}$", "u");
const pattern51 = new RegExp("^(eusc-)?[a-z]{2}(-gov|-iso[a-z]?)?-[a-z]{1,20}-\\d$", "u");
const pattern52 = new RegExp("^\\d{12}$", "u");
const pattern53 = new RegExp("^[^\\u0000-\\u001f\\[\\]]{1,128}$", "u");
const pattern57 = new RegExp("^[a-zA-Z_][a-zA-Z0-9_]{0,127}$", "u");
const pattern77 = new RegExp("^[a-zA-Z0-9_-]{1,140}$", "u");
const pattern5 = new RegExp("^[a-z][a-z0-9.]{1,63}$", "u");
const pattern79 = new RegExp("^[a-zA-Z][a-zA-Z0-9_-]{0,63}$", "u");
const pattern6 = new RegExp("^(?=.)(\\d{1,4}h)?(\\d{1,5}m(?!s))?(\\d{1,6}s)?(\\d{1,7}ms)?$", "u");
const pattern93 = new RegExp("^s3://[a-z0-9][a-z0-9.-]{1,61}[a-z0-9](/[^\\u0000-\\u001f]*)?$", "u");
const schema13 = {"title":"Lambda function","description":"One Lambda function. A key that is absent is left alone at AWS; `null` is AWS's default.","type":"object","additionalProperties":false,"examples":[{"code":"dist/api","handler":"index.handler","timeout":"10s"}],"properties":{"name":{"description":"The Lambda name. Without it, `<project>-<key>`, and with a stage `<project>-<stage>-<key>`.","type":"string","pattern":"^[a-zA-Z0-9_-]{1,64}$","examples":["orders-api"],"$comment":"function.name"},"code":{"description":"What is deployed: a folder, zipped by shipit, or a ready .zip, deployed byte for byte.","type":"string","minLength":1,"maxLength":1024,"examples":["dist/api","dist/api.zip"],"$comment":"function.code"},"image":{"description":"A container image instead of `code`, by its digest: a tag could be another image tomorrow.","type":"string","pattern":"^[a-z0-9][a-zA-Z0-9._:/-]{0,511}@sha256:[a-f0-9]{64}$","examples":["123456789012.dkr.ecr.eu-west-1.amazonaws.com/orders@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"],"$comment":"function.image"},"handler":{"description":"File and function that Lambda calls, in the form of the runtime.","type":"string","pattern":"^[^\\s]{1,128}$","examples":["index.handler"],"$comment":"function.handler"},"runtime":{"$ref":"#/definitions/runtime"},"architecture":{"description":"The processor that the code is made for. `null`: x86_64.","type":["string","null"],"enum":["x86_64","arm64",null],"examples":["arm64"],"$comment":"function.architecture"},"memorySize":{"description":"Memory in MB, 128 to 10240, with a capacity provider up to 32768. `null`: 128.","type":["integer","null"],"minimum":128,"maximum":32768,"examples":[256],"$comment":"function.memorySize"},"timeout":{"description":"How long one request may take: whole seconds, 1s to 900s (15m), with a capacity provider up to 5400s. `null`: 3s.","type":["string","null"],"pattern":"^(?=.)(\\d{1,4}h)?(\\d{1,5}m(?!s))?(\\d{1,6}s)?(\\d{1,7}ms)?$","examples":["10s","2m"],"$comment":"function.timeout"},"ephemeralStorage":{"description":"Room in /tmp in MB, 512 to 10240, with a capacity provider up to 32768. `null`: 512.","type":["integer","null"],"minimum":512,"maximum":32768,"examples":[1024],"$comment":"function.ephemeralStorage"},"environment":{"description":"Environment variables; values are strings, 4 KB for all. What is declared here replaces what the function has. `null`: none.","type":["object","null"],"propertyNames":{"$ref":"#/definitions/environmentKey"},"additionalProperties":{"$ref":"#/definitions/environmentValue"},"examples":[{"TABLE":"orders","TOKEN":"${secret:orders/api#token}"}],"$comment":"function.environment"},"plainSecrets":{"description":"Environment variables whose values look like secrets and may stand in the file all the same.","type":"array","uniqueItems":true,"items":{"description":"Name of an environment variable, at least two characters.","type":"string","pattern":"^[a-zA-Z][a-zA-Z0-9_]+$","examples":["TABLE"],"$comment":"environmentKey"},"examples":[["TEST_KEY"]],"$comment":"function.plainSecrets"},"role":{"$ref":"#/definitions/role"},"description":{"description":"What the function is for, up to 256 characters. `null`: empty.","type":["string","null"],"maxLength":256,"examples":["Takes orders over HTTP"],"$comment":"function.description"},"layers":{"description":"Up to five layers in their order: keys of `layers`, or ARNs of layer versions. `null`: none.","type":["array","null"],"maxItems":5,"uniqueItems":true,"items":{"description":"A key of `layers`, or the ARN of a layer version.","type":"string","maxLength":2048,"pattern":"^([a-zA-Z0-9][a-zA-Z0-9_-]{0,63}|arn:(aws[a-zA-Z-]*)?:lambda:(eusc-)?[a-z]{2}(-gov|-iso[a-z]?)?-[a-z]+-\\d:\\d{12}:layer:[a-zA-Z0-9_-]{1,140}:\\d{1,19}|arn:[a-zA-Z0-9-]+:lambda:::awslayer:[a-zA-Z0-9_-]+)$","examples":["shared"],"$comment":"layerUse"},"examples":[["shared","arn:aws:lambda:eu-west-1:123456789012:layer:tools:4"]],"$comment":"function.layers"},"vpc":{"$ref":"#/definitions/vpc"},"fileSystem":{"$ref":"#/definitions/fileSystem"},"deadLetterQueue":{"description":"ARN of the queue or topic for asynchronous requests that failed for good. `null`: none.","type":["string","null"],"pattern":"^arn:aws[a-zA-Z-]*:(sqs|sns):(eusc-)?[a-z]{2}(-gov|-iso[a-z]?)?-[a-z]+-\\d:\\d{12}:[a-zA-Z0-9_-]{1,256}(\\.fifo)?$","examples":["arn:aws:sqs:eu-west-1:123456789012:orders-failed"],"$comment":"function.deadLetterQueue"},"kmsKey":{"$ref":"#/definitions/kmsKey","description":"ARN of the key that encrypts the environment. `null`: a key of AWS.","examples":["arn:aws:kms:eu-west-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab"]},"tracing":{"description":"Whether X-Ray traces requests by itself. `null`: PassThrough.","type":["string","null"],"enum":["Active","PassThrough",null],"examples":["Active"],"$comment":"function.tracing"},"snapStart":{"description":"Whether versions start from a snapshot. `null`: None.","type":["string","null"],"enum":["PublishedVersions","None",null],"examples":["PublishedVersions"],"$comment":"function.snapStart"},"logging":{"$ref":"#/definitions/logging"},"imageConfig":{"$ref":"#/definitions/imageConfig"},"durable":{"$ref":"#/definitions/durable"},"tags":{"description":"Tags of the function, at most 47, because AWS takes 50 and shipit has three of its own; those of AWS (`aws:`) and of shipit (`shipit:`) are not declared. `null`: none.","type":["object","null"],"maxProperties":47,"propertyNames":{"$ref":"#/definitions/tagKey"},"additionalProperties":{"$ref":"#/definitions/tagValue"},"examples":[{"team":"orders"}],"$comment":"function.tags"},"reservedConcurrency":{"description":"How many requests may run at once, kept back for this function; 0 stops it. `null`: it shares what the account has.","type":["integer","null"],"minimum":0,"maximum":1000000,"examples":[50],"$comment":"function.reservedConcurrency"},"recursion":{"description":"What Lambda does about a function that calls itself in a loop. `null`: Terminate.","type":["string","null"],"enum":["Allow","Terminate",null],"examples":["Terminate"],"$comment":"function.recursion"},"codeSigning":{"description":"ARN of a code signing configuration. `null`: none.","type":["string","null"],"pattern":"^arn:(aws[a-zA-Z-]*)?:lambda:(eusc-)?[a-z]{2}(-gov|-iso[a-z]?)?-[a-z]+-\\d:\\d{12}:code-signing-config:csc-[a-z0-9]{17}$","examples":["arn:aws:lambda:eu-west-1:123456789012:code-signing-config:csc-0123456789abcdef0"],"$comment":"function.codeSigning"},"runtimeManagement":{"$ref":"#/definitions/runtimeManagement"},"packageType":{"description":"Zip or Image; it follows from `code` and `image`, and never changes once the function is there.","type":"string","enum":["Zip","Image"],"examples":["Zip"],"$comment":"function.packageType"},"tenancy":{"description":"Keeps the execution environments of tenants apart. Only when the function is made.","type":"string","enum":["PER_TENANT"],"examples":["PER_TENANT"],"$comment":"function.tenancy"},"capacityProvider":{"$ref":"#/definitions/capacityProvider"},"manage":{"description":"With `release`, shipit moves code, version and alias alone; the settings belong to CDK, Terraform or SAM.","type":"string","enum":["all","release"],"default":"all","examples":["release"],"$comment":"function.manage"},"alias":{"description":"The alias that callers use and that is moved.","type":"string","pattern":"^(?!\\d+$)[a-zA-Z0-9_-]{1,128}$","default":"live","examples":["live"],"$comment":"function.alias"},"alarms":{"$ref":"#/definitions/alarms"},"hooks":{"$ref":"#/definitions/hooks"},"provisionedConcurrency":{"description":"How many execution environments are kept ready for the version that is served; they move with the traffic. `null`: none.","type":["integer","null"],"minimum":1,"maximum":1000000,"examples":[10],"$comment":"function.provisionedConcurrency"},"keepVersions":{"description":"How many versions stay after a release, the newest first, beside those that are in use. `null`: all of them.","type":["integer","null"],"minimum":1,"maximum":1000,"default":5,"examples":[10],"$comment":"function.keepVersions"},"testEvents":{"description":"Sample events, a glob of JSON files: for the smoke test and for local traffic.","type":"string","minLength":1,"maxLength":1024,"examples":["events/api/*.json"],"$comment":"function.testEvents"},"rollout":{"$ref":"#/definitions/rolloutName"}},"$comment":"function"};
const schema14 = {"description":"The Lambda runtime. Words that shipit does not know are passed on.","type":"string","pattern":"^[a-z][a-z0-9.]{1,63}$","examples":["nodejs24.x","python3.13"],"$comment":"runtime"};
const schema15 = {"description":"Name of an environment variable, at least two characters.","type":"string","pattern":"^[a-zA-Z][a-zA-Z0-9_]+$","examples":["TABLE"],"$comment":"environmentKey"};
const schema16 = {"description":"Value of an environment variable.","type":"string","examples":["orders"],"$comment":"environmentValue"};
const schema26 = {"title":"Vpc","description":"The network that the function runs in. `null`: none of your own.","type":["object","null"],"additionalProperties":false,"examples":[{"subnetIds":["subnet-0a1b2c3d","subnet-4e5f6a7b"],"securityGroupIds":["sg-0a1b2c3d"]}],"properties":{"subnetIds":{"description":"Subnets, 1 to 16, best in several availability zones.","type":"array","minItems":1,"maxItems":16,"uniqueItems":true,"items":{"description":"Id of a subnet.","type":"string","pattern":"^subnet-[0-9a-z]{1,64}$","examples":["subnet-0a1b2c3d"],"$comment":"subnetId"},"examples":[["subnet-0a1b2c3d","subnet-4e5f6a7b"]],"$comment":"vpc.subnetIds"},"securityGroupIds":{"description":"Security groups, 1 to 5.","type":"array","minItems":1,"maxItems":5,"uniqueItems":true,"items":{"description":"Id of a security group.","type":"string","pattern":"^sg-[0-9a-zA-Z]{1,64}$","examples":["sg-0a1b2c3d"],"$comment":"securityGroupId"},"examples":[["sg-0a1b2c3d"]],"$comment":"vpc.securityGroupIds"},"ipv6AllowedForDualStack":{"description":"Lets IPv6 out where the subnets have both kinds of addresses.","type":"boolean","default":false,"examples":[true],"$comment":"vpc.ipv6AllowedForDualStack"}},"$comment":"vpc"};
const schema29 = {"description":"ARN of a key of KMS, or of an alias of one.","type":["string","null"],"pattern":"^arn:aws[a-zA-Z-]*:kms:(eusc-)?[a-z]{2}(-gov|-iso[a-z]?)?-[a-z]+-\\d:\\d{12}:(key|alias)/[a-zA-Z0-9/_-]{1,256}$","examples":["arn:aws:kms:eu-west-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab"],"$comment":"kmsKey"};
const schema30 = {"title":"Logging","description":"How and where the function logs. `null`: all of it as AWS has it.","type":["object","null"],"additionalProperties":false,"examples":[{"format":"JSON","applicationLogLevel":"INFO","retentionInDays":30}],"properties":{"format":{"description":"Text, or JSON with a level in every line. `null`: Text.","type":["string","null"],"enum":["Text","JSON",null],"examples":["JSON"],"$comment":"logging.format"},"applicationLogLevel":{"description":"The least that is kept of what the code logs; with JSON alone. `null`: INFO.","type":["string","null"],"enum":["TRACE","DEBUG","INFO","WARN","ERROR","FATAL",null],"examples":["INFO"],"$comment":"logging.applicationLogLevel"},"systemLogLevel":{"description":"The least that is kept of what Lambda itself logs; with JSON alone. `null`: INFO.","type":["string","null"],"enum":["DEBUG","INFO","WARN",null],"examples":["WARN"],"$comment":"logging.systemLogLevel"},"group":{"description":"Name of the log group. `null`: `/aws/lambda/<name>`.","type":["string","null"],"pattern":"^[.\\-_/#A-Za-z0-9]{1,512}$","examples":["/orders/api"],"$comment":"logging.group"},"retentionInDays":{"description":"How long the log group keeps events, one of CloudWatch's numbers of days. `null`: for ever.","type":["integer","null"],"enum":[1,3,5,7,14,30,60,90,120,150,180,365,400,545,731,1096,1827,2192,2557,2922,3288,3653,null],"examples":[30],"$comment":"logging.retentionInDays"}},"$comment":"logging"};
const schema37 = {"description":"Key of a tag, up to 128 characters.","type":"string","minLength":1,"maxLength":128,"pattern":"^[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*$","examples":["team"],"$comment":"tagKey"};
const schema38 = {"description":"Value of a tag, up to 256 characters.","type":"string","maxLength":256,"pattern":"^[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*$","examples":["orders"],"$comment":"tagValue"};
const schema42 = {"title":"Capacity provider","description":"Runs the function on instances that Lambda manages for you. `null`: it does not.","type":["object","null"],"additionalProperties":false,"examples":[{"arn":"arn:aws:lambda:eu-west-1:123456789012:capacity-provider:orders"}],"properties":{"arn":{"description":"ARN of the capacity provider.","type":"string","maxLength":140,"pattern":"^arn:aws[a-zA-Z-]*:lambda:(eusc-)?[a-z]{2}(-gov|-iso[a-z]?)?-[a-z]+-\\d:\\d{12}:capacity-provider:[a-zA-Z0-9_-]+$","examples":["arn:aws:lambda:eu-west-1:123456789012:capacity-provider:orders"],"$comment":"capacityProvider.arn"},"perExecutionEnvironmentMaxConcurrency":{"description":"How many requests one environment answers at once, 1 to 1600. `null`: as AWS has it.","type":["integer","null"],"minimum":1,"maximum":1600,"examples":[10],"$comment":"capacityProvider.perExecutionEnvironmentMaxConcurrency"},"executionEnvironmentMemoryGiBPerVCpu":{"description":"GiB of memory for each virtual processor, 2 to 8. `null`: as AWS has it.","type":["number","null"],"minimum":2,"maximum":8,"examples":[4],"$comment":"capacityProvider.executionEnvironmentMemoryGiBPerVCpu"}},"$comment":"capacityProvider"};
const pattern2 = new RegExp("^[a-zA-Z0-9_-]{1,64}$", "u");
const pattern3 = new RegExp("^[a-z0-9][a-zA-Z0-9._:/-]{0,511}@sha256:[a-f0-9]{64}$", "u");
const pattern4 = new RegExp("^[^\\s]{1,128}$", "u");
const pattern7 = new RegExp("^[a-zA-Z][a-zA-Z0-9_]+$", "u");
const pattern19 = new RegExp("^([a-zA-Z0-9][a-zA-Z0-9_-]{0,63}|arn:(aws[a-zA-Z-]*)?:lambda:(eusc-)?[a-z]{2}(-gov|-iso[a-z]?)?-[a-z]+-\\d:\\d{12}:layer:[a-zA-Z0-9_-]{1,140}:\\d{1,19}|arn:[a-zA-Z0-9-]+:lambda:::awslayer:[a-zA-Z0-9_-]+)$", "u");
const pattern20 = new RegExp("^subnet-[0-9a-z]{1,64}$", "u");
const pattern21 = new RegExp("^sg-[0-9a-zA-Z]{1,64}$", "u");
const pattern24 = new RegExp("^arn:aws[a-zA-Z-]*:(sqs|sns):(eusc-)?[a-z]{2}(-gov|-iso[a-z]?)?-[a-z]+-\\d:\\d{12}:[a-zA-Z0-9_-]{1,256}(\\.fifo)?$", "u");
const pattern25 = new RegExp("^arn:aws[a-zA-Z-]*:kms:(eusc-)?[a-z]{2}(-gov|-iso[a-z]?)?-[a-z]+-\\d:\\d{12}:(key|alias)/[a-zA-Z0-9/_-]{1,256}$", "u");
const pattern26 = new RegExp("^[.\\-_/#A-Za-z0-9]{1,512}$", "u");
const pattern29 = new RegExp("^[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*$", "u");
const pattern31 = new RegExp("^arn:(aws[a-zA-Z-]*)?:lambda:(eusc-)?[a-z]{2}(-gov|-iso[a-z]?)?-[a-z]+-\\d:\\d{12}:code-signing-config:csc-[a-z0-9]{17}$", "u");
const pattern33 = new RegExp("^arn:aws[a-zA-Z-]*:lambda:(eusc-)?[a-z]{2}(-gov|-iso[a-z]?)?-[a-z]+-\\d:\\d{12}:capacity-provider:[a-zA-Z0-9_-]+$", "u");
const pattern34 = new RegExp("^(?!\\d+$)[a-zA-Z0-9_-]{1,128}$", "u");
const schema17 = {"title":"Role","description":"The execution role: the ARN of one that is there, or what a role that shipit makes may do.","examples":["arn:aws:iam::123456789012:role/orders",{"statements":[{"Effect":"Allow","Action":"dynamodb:PutItem","Resource":"arn:aws:dynamodb:eu-west-1:123456789012:table/orders"}]}],"anyOf":[{"$ref":"#/definitions/roleArn"},{"$ref":"#/definitions/ownRole"}],"$comment":"role","branches":{"roleArn":null,"ownRole":["name","path","statements","managed","boundary","allowEverything"]}};
const schema18 = {"title":"Role ARN","description":"ARN of a role that is there already.","type":"string","pattern":"^arn:(aws[a-zA-Z-]*)?:iam::\\d{12}:role/[a-zA-Z_0-9+=,.@/-]{1,512}$","examples":["arn:aws:iam::123456789012:role/orders"],"$comment":"roleArn"};
const pattern9 = new RegExp("^arn:(aws[a-zA-Z-]*)?:iam::\\d{12}:role/[a-zA-Z_0-9+=,.@/-]{1,512}$", "u");
const schema19 = {"title":"Own role","description":"A role that shipit makes, keeps as declared and deletes with the function. Logs come by themselves, and so does what X-Ray, a VPC, a dead letter queue, a file system, a key and durable executions need.","type":"object","additionalProperties":false,"examples":[{"managed":["arn:aws:iam::aws:policy/AmazonSQSReadOnlyAccess"]}],"properties":{"name":{"description":"Name of the role. Without it, `<Lambda name>-role`.","type":"string","pattern":"^[a-zA-Z0-9+=,.@_-]{1,64}$","examples":["orders-api"],"$comment":"ownRole.name"},"path":{"description":"Path of the role in IAM.","type":"string","maxLength":512,"pattern":"^/([a-zA-Z0-9+=,.@_-]+/)*$","default":"/","examples":["/teams/orders/"],"$comment":"ownRole.path"},"statements":{"description":"What the function may do: statements of an IAM policy, with IAM's own names.","type":"array","maxItems":100,"items":{"$ref":"#/definitions/statement"},"examples":[[{"Effect":"Allow","Action":"dynamodb:PutItem","Resource":"arn:aws:dynamodb:eu-west-1:123456789012:table/orders"}]],"$comment":"ownRole.statements"},"managed":{"description":"ARNs of managed policies, at most 20.","type":"array","maxItems":20,"uniqueItems":true,"items":{"description":"ARN of a managed policy.","type":"string","pattern":"^arn:(aws[a-zA-Z-]*)?:iam::(aws|\\d{12}):policy/[a-zA-Z0-9+=,.@_/-]{1,512}$","examples":["arn:aws:iam::aws:policy/AmazonSQSReadOnlyAccess"],"$comment":"policyArn"},"examples":[["arn:aws:iam::aws:policy/AmazonSQSReadOnlyAccess"]],"$comment":"ownRole.managed"},"boundary":{"description":"ARN of the policy that bounds what the role may do. `null`: none.","type":["string","null"],"pattern":"^arn:(aws[a-zA-Z-]*)?:iam::(aws|\\d{12}):policy/[a-zA-Z0-9+=,.@_/-]{1,512}$","examples":["arn:aws:iam::123456789012:policy/boundary"],"$comment":"ownRole.boundary"},"allowEverything":{"description":"Says that a role that may do everything is meant; without it, such a role is refused.","type":"boolean","default":false,"examples":[true],"$comment":"ownRole.allowEverything"}},"$comment":"ownRole"};
const pattern10 = new RegExp("^[a-zA-Z0-9+=,.@_-]{1,64}$", "u");
const pattern11 = new RegExp("^/([a-zA-Z0-9+=,.@_-]+/)*$", "u");
const pattern17 = new RegExp("^arn:(aws[a-zA-Z-]*)?:iam::(aws|\\d{12}):policy/[a-zA-Z0-9+=,.@_/-]{1,512}$", "u");
const schema20 = {"title":"Statement","description":"One statement of an IAM policy.","type":"object","required":["Effect"],"additionalProperties":false,"examples":[{"Effect":"Allow","Action":["dynamodb:GetItem","dynamodb:PutItem"],"Resource":"arn:aws:dynamodb:eu-west-1:123456789012:table/orders"}],"properties":{"Sid":{"description":"A name for the statement: letters and digits.","type":"string","pattern":"^[a-zA-Z0-9]{0,100}$","examples":["Orders"],"$comment":"statement.Sid"},"Effect":{"description":"Allow or Deny.","type":"string","enum":["Allow","Deny"],"examples":["Allow"],"$comment":"statement.Effect"},"Action":{"$ref":"#/definitions/actions","description":"What it is about, one action or a list.","examples":["dynamodb:PutItem"]},"NotAction":{"$ref":"#/definitions/actions","description":"Everything but these actions.","examples":[["iam:*"]]},"Resource":{"$ref":"#/definitions/resources","description":"On what, one ARN or a list; `*` stands for anything.","examples":["arn:aws:dynamodb:eu-west-1:123456789012:table/orders"]},"NotResource":{"$ref":"#/definitions/resources","description":"On everything but these.","examples":[["arn:aws:s3:::secrets/*"]]},"Condition":{"description":"Under which conditions, as IAM writes them; `$${` is a literal `${`.","type":"object","additionalProperties":{"$ref":"#/definitions/condition"},"examples":[{"StringEquals":{"aws:ResourceTag/team":"orders"}}],"$comment":"statement.Condition"}},"$comment":"statement"};
const schema25 = {"description":"The keys of one operator and their values.","type":"object","additionalProperties":{"type":["string","number","boolean","array"]},"examples":[{"aws:ResourceTag/team":"orders"}],"$comment":"condition"};
const pattern12 = new RegExp("^[a-zA-Z0-9]{0,100}$", "u");
const schema21 = {"description":"One action of IAM or a list of them.","type":["string","array"],"pattern":"^(\\*|[a-zA-Z0-9-]+:[a-zA-Z0-9*?]+)$","minItems":1,"items":{"$ref":"#/definitions/action"},"examples":["dynamodb:PutItem",["s3:GetObject","s3:PutObject"]],"$comment":"actions"};
const schema22 = {"description":"One action of IAM.","type":"string","pattern":"^(\\*|[a-zA-Z0-9-]+:[a-zA-Z0-9*?]+)$","examples":["dynamodb:PutItem"],"$comment":"action"};
const pattern13 = new RegExp("^(\\*|[a-zA-Z0-9-]+:[a-zA-Z0-9*?]+)$", "u");

function validate15(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if((typeof data !== "string") && (!(Array.isArray(data)))){
const err0 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: schema21.type},schema:schema21.type,parentSchema:schema21,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(typeof data === "string"){
if(!pattern13.test(data)){
const err1 = {instancePath,schemaPath:"#/pattern",keyword:"pattern",params:{pattern: "^(\\*|[a-zA-Z0-9-]+:[a-zA-Z0-9*?]+)$"},schema:"^(\\*|[a-zA-Z0-9-]+:[a-zA-Z0-9*?]+)$",parentSchema:schema21,data};
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
const err2 = {instancePath,schemaPath:"#/minItems",keyword:"minItems",params:{limit: 1},schema:1,parentSchema:schema21,data};
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
if(!pattern13.test(data0)){
const err3 = {instancePath:instancePath+"/" + i0,schemaPath:"#/definitions/action/pattern",keyword:"pattern",params:{pattern: "^(\\*|[a-zA-Z0-9-]+:[a-zA-Z0-9*?]+)$"},schema:"^(\\*|[a-zA-Z0-9-]+:[a-zA-Z0-9*?]+)$",parentSchema:schema22,data:data0};
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
const err4 = {instancePath:instancePath+"/" + i0,schemaPath:"#/definitions/action/type",keyword:"type",params:{type: "string"},schema:schema22.type,parentSchema:schema22,data:data0};
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
validate15.errors = vErrors;
return errors === 0;
}

const schema23 = {"description":"One ARN or a list of them.","type":["string","array"],"pattern":"^(\\*|arn:[^\\s]+)$","minItems":1,"items":{"$ref":"#/definitions/resource"},"examples":["arn:aws:s3:::orders/*",["arn:aws:s3:::orders","arn:aws:s3:::orders/*"]],"$comment":"resources"};
const schema24 = {"description":"One ARN, with `*` for anything.","type":"string","pattern":"^(\\*|arn:[^\\s]+)$","examples":["arn:aws:s3:::orders/*"],"$comment":"resource"};
const pattern15 = new RegExp("^(\\*|arn:[^\\s]+)$", "u");

function validate18(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if((typeof data !== "string") && (!(Array.isArray(data)))){
const err0 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: schema23.type},schema:schema23.type,parentSchema:schema23,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(typeof data === "string"){
if(!pattern15.test(data)){
const err1 = {instancePath,schemaPath:"#/pattern",keyword:"pattern",params:{pattern: "^(\\*|arn:[^\\s]+)$"},schema:"^(\\*|arn:[^\\s]+)$",parentSchema:schema23,data};
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
const err2 = {instancePath,schemaPath:"#/minItems",keyword:"minItems",params:{limit: 1},schema:1,parentSchema:schema23,data};
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
if(!pattern15.test(data0)){
const err3 = {instancePath:instancePath+"/" + i0,schemaPath:"#/definitions/resource/pattern",keyword:"pattern",params:{pattern: "^(\\*|arn:[^\\s]+)$"},schema:"^(\\*|arn:[^\\s]+)$",parentSchema:schema24,data:data0};
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
const err4 = {instancePath:instancePath+"/" + i0,schemaPath:"#/definitions/resource/type",keyword:"type",params:{type: "string"},schema:schema24.type,parentSchema:schema24,data:data0};
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
validate18.errors = vErrors;
return errors === 0;
}


function validate14(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.Effect === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "Effect"},schema:schema20.required,parentSchema:schema20,data};
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
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema20,data};
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
if(!pattern12.test(data0)){
const err2 = {instancePath:instancePath+"/Sid",schemaPath:"#/properties/Sid/pattern",keyword:"pattern",params:{pattern: "^[a-zA-Z0-9]{0,100}$"},schema:"^[a-zA-Z0-9]{0,100}$",parentSchema:schema20.properties.Sid,data:data0};
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
const err3 = {instancePath:instancePath+"/Sid",schemaPath:"#/properties/Sid/type",keyword:"type",params:{type: "string"},schema:schema20.properties.Sid.type,parentSchema:schema20.properties.Sid,data:data0};
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
const err4 = {instancePath:instancePath+"/Effect",schemaPath:"#/properties/Effect/type",keyword:"type",params:{type: "string"},schema:schema20.properties.Effect.type,parentSchema:schema20.properties.Effect,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(!((data1 === "Allow") || (data1 === "Deny"))){
const err5 = {instancePath:instancePath+"/Effect",schemaPath:"#/properties/Effect/enum",keyword:"enum",params:{allowedValues: schema20.properties.Effect.enum},schema:schema20.properties.Effect.enum,parentSchema:schema20.properties.Effect,data:data1};
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
if(!(validate15(data.Action, {instancePath:instancePath+"/Action",parentData:data,parentDataProperty:"Action",rootData}))){
vErrors = vErrors === null ? validate15.errors : vErrors.concat(validate15.errors);
errors = vErrors.length;
}
}
if(data.NotAction !== undefined){
if(!(validate15(data.NotAction, {instancePath:instancePath+"/NotAction",parentData:data,parentDataProperty:"NotAction",rootData}))){
vErrors = vErrors === null ? validate15.errors : vErrors.concat(validate15.errors);
errors = vErrors.length;
}
}
if(data.Resource !== undefined){
if(!(validate18(data.Resource, {instancePath:instancePath+"/Resource",parentData:data,parentDataProperty:"Resource",rootData}))){
vErrors = vErrors === null ? validate18.errors : vErrors.concat(validate18.errors);
errors = vErrors.length;
}
}
if(data.NotResource !== undefined){
if(!(validate18(data.NotResource, {instancePath:instancePath+"/NotResource",parentData:data,parentDataProperty:"NotResource",rootData}))){
vErrors = vErrors === null ? validate18.errors : vErrors.concat(validate18.errors);
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
const err6 = {instancePath:instancePath+"/Condition/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/condition/additionalProperties/type",keyword:"type",params:{type: schema25.additionalProperties.type},schema:schema25.additionalProperties.type,parentSchema:schema25.additionalProperties,data:data8};
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
const err7 = {instancePath:instancePath+"/Condition/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/condition/type",keyword:"type",params:{type: "object"},schema:schema25.type,parentSchema:schema25,data:data7};
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
const err8 = {instancePath:instancePath+"/Condition",schemaPath:"#/properties/Condition/type",keyword:"type",params:{type: "object"},schema:schema20.properties.Condition.type,parentSchema:schema20.properties.Condition,data:data6};
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
const err9 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema20.type,parentSchema:schema20,data};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
validate14.errors = vErrors;
return errors === 0;
}


function validate13(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!((((((key0 === "name") || (key0 === "path")) || (key0 === "statements")) || (key0 === "managed")) || (key0 === "boundary")) || (key0 === "allowEverything"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema19,data};
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
if(!pattern10.test(data0)){
const err1 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/pattern",keyword:"pattern",params:{pattern: "^[a-zA-Z0-9+=,.@_-]{1,64}$"},schema:"^[a-zA-Z0-9+=,.@_-]{1,64}$",parentSchema:schema19.properties.name,data:data0};
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
const err2 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/type",keyword:"type",params:{type: "string"},schema:schema19.properties.name.type,parentSchema:schema19.properties.name,data:data0};
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
const err3 = {instancePath:instancePath+"/path",schemaPath:"#/properties/path/maxLength",keyword:"maxLength",params:{limit: 512},schema:512,parentSchema:schema19.properties.path,data:data1};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(!pattern11.test(data1)){
const err4 = {instancePath:instancePath+"/path",schemaPath:"#/properties/path/pattern",keyword:"pattern",params:{pattern: "^/([a-zA-Z0-9+=,.@_-]+/)*$"},schema:"^/([a-zA-Z0-9+=,.@_-]+/)*$",parentSchema:schema19.properties.path,data:data1};
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
const err5 = {instancePath:instancePath+"/path",schemaPath:"#/properties/path/type",keyword:"type",params:{type: "string"},schema:schema19.properties.path.type,parentSchema:schema19.properties.path,data:data1};
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
const err6 = {instancePath:instancePath+"/statements",schemaPath:"#/properties/statements/maxItems",keyword:"maxItems",params:{limit: 100},schema:100,parentSchema:schema19.properties.statements,data:data2};
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
if(!(validate14(data2[i0], {instancePath:instancePath+"/statements/" + i0,parentData:data2,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validate14.errors : vErrors.concat(validate14.errors);
errors = vErrors.length;
}
}
}
else {
const err7 = {instancePath:instancePath+"/statements",schemaPath:"#/properties/statements/type",keyword:"type",params:{type: "array"},schema:schema19.properties.statements.type,parentSchema:schema19.properties.statements,data:data2};
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
const err8 = {instancePath:instancePath+"/managed",schemaPath:"#/properties/managed/maxItems",keyword:"maxItems",params:{limit: 20},schema:20,parentSchema:schema19.properties.managed,data:data4};
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
if(!pattern17.test(data5)){
const err9 = {instancePath:instancePath+"/managed/" + i1,schemaPath:"#/properties/managed/items/pattern",keyword:"pattern",params:{pattern: "^arn:(aws[a-zA-Z-]*)?:iam::(aws|\\d{12}):policy/[a-zA-Z0-9+=,.@_/-]{1,512}$"},schema:"^arn:(aws[a-zA-Z-]*)?:iam::(aws|\\d{12}):policy/[a-zA-Z0-9+=,.@_/-]{1,512}$",parentSchema:schema19.properties.managed.items,data:data5};
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
const err10 = {instancePath:instancePath+"/managed/" + i1,schemaPath:"#/properties/managed/items/type",keyword:"type",params:{type: "string"},schema:schema19.properties.managed.items.type,parentSchema:schema19.properties.managed.items,data:data5};
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
const err11 = {instancePath:instancePath+"/managed",schemaPath:"#/properties/managed/uniqueItems",keyword:"uniqueItems",params:{i: i2, j: j0},schema:true,parentSchema:schema19.properties.managed,data:data4};
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
const err12 = {instancePath:instancePath+"/managed",schemaPath:"#/properties/managed/type",keyword:"type",params:{type: "array"},schema:schema19.properties.managed.type,parentSchema:schema19.properties.managed,data:data4};
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
const err13 = {instancePath:instancePath+"/boundary",schemaPath:"#/properties/boundary/type",keyword:"type",params:{type: schema19.properties.boundary.type},schema:schema19.properties.boundary.type,parentSchema:schema19.properties.boundary,data:data6};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
if(typeof data6 === "string"){
if(!pattern17.test(data6)){
const err14 = {instancePath:instancePath+"/boundary",schemaPath:"#/properties/boundary/pattern",keyword:"pattern",params:{pattern: "^arn:(aws[a-zA-Z-]*)?:iam::(aws|\\d{12}):policy/[a-zA-Z0-9+=,.@_/-]{1,512}$"},schema:"^arn:(aws[a-zA-Z-]*)?:iam::(aws|\\d{12}):policy/[a-zA-Z0-9+=,.@_/-]{1,512}$",parentSchema:schema19.properties.boundary,data:data6};
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
const err15 = {instancePath:instancePath+"/allowEverything",schemaPath:"#/properties/allowEverything/type",keyword:"type",params:{type: "boolean"},schema:schema19.properties.allowEverything.type,parentSchema:schema19.properties.allowEverything,data:data7};
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
const err16 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema19.type,parentSchema:schema19,data};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
validate13.errors = vErrors;
return errors === 0;
}


function validate12(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
const _errs1 = errors;
let valid0 = false;
const _errs2 = errors;
if(typeof data === "string"){
if(!pattern9.test(data)){
const err0 = {instancePath,schemaPath:"#/definitions/roleArn/pattern",keyword:"pattern",params:{pattern: "^arn:(aws[a-zA-Z-]*)?:iam::\\d{12}:role/[a-zA-Z_0-9+=,.@/-]{1,512}$"},schema:"^arn:(aws[a-zA-Z-]*)?:iam::\\d{12}:role/[a-zA-Z_0-9+=,.@/-]{1,512}$",parentSchema:schema18,data};
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
const err1 = {instancePath,schemaPath:"#/definitions/roleArn/type",keyword:"type",params:{type: "string"},schema:schema18.type,parentSchema:schema18,data};
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
if(!(validate13(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validate13.errors : vErrors.concat(validate13.errors);
errors = vErrors.length;
}
var _valid0 = _errs6 === errors;
valid0 = valid0 || _valid0;
}
if(!valid0){
const err2 = {instancePath,schemaPath:"#/anyOf",keyword:"anyOf",params:{},schema:schema17.anyOf,parentSchema:schema17,data};
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
validate12.errors = vErrors;
return errors === 0;
}

const schema27 = {"title":"File system","description":"A file system of EFS or of S3 Files under /mnt. `null`: none.","type":["object","null"],"additionalProperties":false,"examples":[{"arn":"arn:aws:elasticfilesystem:eu-west-1:123456789012:access-point/fsap-0123456789abcdef0","localMountPath":"/mnt/orders"}],"properties":{"arn":{"$ref":"#/definitions/accessPoint","description":"ARN of the access point.","examples":["arn:aws:elasticfilesystem:eu-west-1:123456789012:access-point/fsap-0123456789abcdef0"]},"localMountPath":{"description":"Where the function finds it.","type":"string","maxLength":160,"pattern":"^/mnt/[a-zA-Z0-9_.-]+$","examples":["/mnt/orders"],"$comment":"fileSystem.localMountPath"},"directS3Read":{"description":"Whether S3 Files are read from S3 itself. `null`: as AWS has it.","type":["string","null"],"enum":["ENABLED","DISABLED","AUTO",null],"examples":["AUTO"],"$comment":"fileSystem.directS3Read"}},"$comment":"fileSystem"};
const schema28 = {"description":"ARN of an access point of EFS or of S3 Files.","type":"string","maxLength":256,"pattern":"^arn:aws[a-zA-Z-]*:(elasticfilesystem:(eusc-)?[a-z]{2}(-gov|-iso[a-z]?)?-[a-z]+-\\d:\\d{12}:access-point/fsap-[a-f0-9]{17}|s3files:[0-9a-z:-]+:file-system/fs-[0-9a-f]{17,40}/access-point/fsap-[0-9a-f]{17,40})$","examples":["arn:aws:elasticfilesystem:eu-west-1:123456789012:access-point/fsap-0123456789abcdef0"],"$comment":"accessPoint"};
const pattern22 = new RegExp("^arn:aws[a-zA-Z-]*:(elasticfilesystem:(eusc-)?[a-z]{2}(-gov|-iso[a-z]?)?-[a-z]+-\\d:\\d{12}:access-point/fsap-[a-f0-9]{17}|s3files:[0-9a-z:-]+:file-system/fs-[0-9a-f]{17,40}/access-point/fsap-[0-9a-f]{17,40})$", "u");
const pattern23 = new RegExp("^/mnt/[a-zA-Z0-9_.-]+$", "u");

function validate24(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if((!(data && typeof data == "object" && !Array.isArray(data))) && (data !== null)){
const err0 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: schema27.type},schema:schema27.type,parentSchema:schema27,data};
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
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema27,data};
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
const err2 = {instancePath:instancePath+"/arn",schemaPath:"#/definitions/accessPoint/maxLength",keyword:"maxLength",params:{limit: 256},schema:256,parentSchema:schema28,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(!pattern22.test(data0)){
const err3 = {instancePath:instancePath+"/arn",schemaPath:"#/definitions/accessPoint/pattern",keyword:"pattern",params:{pattern: "^arn:aws[a-zA-Z-]*:(elasticfilesystem:(eusc-)?[a-z]{2}(-gov|-iso[a-z]?)?-[a-z]+-\\d:\\d{12}:access-point/fsap-[a-f0-9]{17}|s3files:[0-9a-z:-]+:file-system/fs-[0-9a-f]{17,40}/access-point/fsap-[0-9a-f]{17,40})$"},schema:"^arn:aws[a-zA-Z-]*:(elasticfilesystem:(eusc-)?[a-z]{2}(-gov|-iso[a-z]?)?-[a-z]+-\\d:\\d{12}:access-point/fsap-[a-f0-9]{17}|s3files:[0-9a-z:-]+:file-system/fs-[0-9a-f]{17,40}/access-point/fsap-[0-9a-f]{17,40})$",parentSchema:schema28,data:data0};
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
const err4 = {instancePath:instancePath+"/arn",schemaPath:"#/definitions/accessPoint/type",keyword:"type",params:{type: "string"},schema:schema28.type,parentSchema:schema28,data:data0};
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
const err5 = {instancePath:instancePath+"/localMountPath",schemaPath:"#/properties/localMountPath/maxLength",keyword:"maxLength",params:{limit: 160},schema:160,parentSchema:schema27.properties.localMountPath,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(!pattern23.test(data1)){
const err6 = {instancePath:instancePath+"/localMountPath",schemaPath:"#/properties/localMountPath/pattern",keyword:"pattern",params:{pattern: "^/mnt/[a-zA-Z0-9_.-]+$"},schema:"^/mnt/[a-zA-Z0-9_.-]+$",parentSchema:schema27.properties.localMountPath,data:data1};
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
const err7 = {instancePath:instancePath+"/localMountPath",schemaPath:"#/properties/localMountPath/type",keyword:"type",params:{type: "string"},schema:schema27.properties.localMountPath.type,parentSchema:schema27.properties.localMountPath,data:data1};
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
const err8 = {instancePath:instancePath+"/directS3Read",schemaPath:"#/properties/directS3Read/type",keyword:"type",params:{type: schema27.properties.directS3Read.type},schema:schema27.properties.directS3Read.type,parentSchema:schema27.properties.directS3Read,data:data2};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
if(!((((data2 === "ENABLED") || (data2 === "DISABLED")) || (data2 === "AUTO")) || (data2 === null))){
const err9 = {instancePath:instancePath+"/directS3Read",schemaPath:"#/properties/directS3Read/enum",keyword:"enum",params:{allowedValues: schema27.properties.directS3Read.enum},schema:schema27.properties.directS3Read.enum,parentSchema:schema27.properties.directS3Read,data:data2};
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
validate24.errors = vErrors;
return errors === 0;
}

const schema31 = {"title":"Image config","description":"What overrides the settings of a container image. `null`: nothing.","type":["object","null"],"additionalProperties":false,"examples":[{"command":["app.handler"]}],"properties":{"entryPoint":{"description":"The program to start and its first arguments. `null`: the image's own.","type":["array","null"],"maxItems":1500,"items":{"$ref":"#/definitions/imageWord"},"examples":[["/usr/bin/node"]],"$comment":"imageConfig.entryPoint"},"command":{"description":"The arguments that follow. `null`: the image's own.","type":["array","null"],"maxItems":1500,"items":{"$ref":"#/definitions/imageWord"},"examples":[["app.handler"]],"$comment":"imageConfig.command"},"workingDirectory":{"description":"The folder to start in. `null`: the image's own.","type":["string","null"],"minLength":1,"maxLength":1000,"examples":["/var/task"],"$comment":"imageConfig.workingDirectory"}},"$comment":"imageConfig"};
const schema32 = {"description":"One argument.","type":"string","examples":["app.handler"],"$comment":"imageWord"};

function validate26(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if((!(data && typeof data == "object" && !Array.isArray(data))) && (data !== null)){
const err0 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: schema31.type},schema:schema31.type,parentSchema:schema31,data};
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
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema31,data};
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
const err2 = {instancePath:instancePath+"/entryPoint",schemaPath:"#/properties/entryPoint/type",keyword:"type",params:{type: schema31.properties.entryPoint.type},schema:schema31.properties.entryPoint.type,parentSchema:schema31.properties.entryPoint,data:data0};
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
const err3 = {instancePath:instancePath+"/entryPoint",schemaPath:"#/properties/entryPoint/maxItems",keyword:"maxItems",params:{limit: 1500},schema:1500,parentSchema:schema31.properties.entryPoint,data:data0};
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
const err4 = {instancePath:instancePath+"/entryPoint/" + i0,schemaPath:"#/definitions/imageWord/type",keyword:"type",params:{type: "string"},schema:schema32.type,parentSchema:schema32,data:data1};
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
const err5 = {instancePath:instancePath+"/command",schemaPath:"#/properties/command/type",keyword:"type",params:{type: schema31.properties.command.type},schema:schema31.properties.command.type,parentSchema:schema31.properties.command,data:data2};
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
const err6 = {instancePath:instancePath+"/command",schemaPath:"#/properties/command/maxItems",keyword:"maxItems",params:{limit: 1500},schema:1500,parentSchema:schema31.properties.command,data:data2};
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
const err7 = {instancePath:instancePath+"/command/" + i1,schemaPath:"#/definitions/imageWord/type",keyword:"type",params:{type: "string"},schema:schema32.type,parentSchema:schema32,data:data3};
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
const err8 = {instancePath:instancePath+"/workingDirectory",schemaPath:"#/properties/workingDirectory/type",keyword:"type",params:{type: schema31.properties.workingDirectory.type},schema:schema31.properties.workingDirectory.type,parentSchema:schema31.properties.workingDirectory,data:data4};
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
const err9 = {instancePath:instancePath+"/workingDirectory",schemaPath:"#/properties/workingDirectory/maxLength",keyword:"maxLength",params:{limit: 1000},schema:1000,parentSchema:schema31.properties.workingDirectory,data:data4};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
if(func3(data4) < 1){
const err10 = {instancePath:instancePath+"/workingDirectory",schemaPath:"#/properties/workingDirectory/minLength",keyword:"minLength",params:{limit: 1},schema:1,parentSchema:schema31.properties.workingDirectory,data:data4};
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
validate26.errors = vErrors;
return errors === 0;
}

const schema34 = {"title":"Durable","description":"Makes executions durable: they go on where they stopped. `null`: they are not.","type":["object","null"],"additionalProperties":false,"examples":[{"executionTimeout":"24h","retentionPeriodInDays":14}],"properties":{"executionTimeout":{"$ref":"#/definitions/duration","description":"How long one execution may take with all its waits: whole seconds, 1s to 8784h (366 days).","examples":["24h"]},"retentionPeriodInDays":{"description":"How long ended executions are kept, 1 to 90 days. `null`: as AWS has it.","type":["integer","null"],"minimum":1,"maximum":90,"examples":[14],"$comment":"durable.retentionPeriodInDays"},"kmsKey":{"$ref":"#/definitions/kmsKey","description":"ARN of the key that encrypts executions. `null`: a key of AWS.","examples":["arn:aws:kms:eu-west-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab"]}},"$comment":"durable"};

function validate28(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if((!(data && typeof data == "object" && !Array.isArray(data))) && (data !== null)){
const err0 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: schema34.type},schema:schema34.type,parentSchema:schema34,data};
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
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema34,data};
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
const err2 = {instancePath:instancePath+"/executionTimeout",schemaPath:"#/definitions/duration/pattern",keyword:"pattern",params:{pattern: "^(?=.)(\\d{1,4}h)?(\\d{1,5}m(?!s))?(\\d{1,6}s)?(\\d{1,7}ms)?$"},schema:"^(?=.)(\\d{1,4}h)?(\\d{1,5}m(?!s))?(\\d{1,6}s)?(\\d{1,7}ms)?$",parentSchema:schema35,data:data0};
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
const err3 = {instancePath:instancePath+"/executionTimeout",schemaPath:"#/definitions/duration/type",keyword:"type",params:{type: "string"},schema:schema35.type,parentSchema:schema35,data:data0};
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
const err4 = {instancePath:instancePath+"/retentionPeriodInDays",schemaPath:"#/properties/retentionPeriodInDays/type",keyword:"type",params:{type: schema34.properties.retentionPeriodInDays.type},schema:schema34.properties.retentionPeriodInDays.type,parentSchema:schema34.properties.retentionPeriodInDays,data:data1};
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
const err5 = {instancePath:instancePath+"/retentionPeriodInDays",schemaPath:"#/properties/retentionPeriodInDays/maximum",keyword:"maximum",params:{comparison: "<=", limit: 90},schema:90,parentSchema:schema34.properties.retentionPeriodInDays,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(data1 < 1 || isNaN(data1)){
const err6 = {instancePath:instancePath+"/retentionPeriodInDays",schemaPath:"#/properties/retentionPeriodInDays/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},schema:1,parentSchema:schema34.properties.retentionPeriodInDays,data:data1};
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
const err7 = {instancePath:instancePath+"/kmsKey",schemaPath:"#/definitions/kmsKey/type",keyword:"type",params:{type: schema29.type},schema:schema29.type,parentSchema:schema29,data:data2};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
if(typeof data2 === "string"){
if(!pattern25.test(data2)){
const err8 = {instancePath:instancePath+"/kmsKey",schemaPath:"#/definitions/kmsKey/pattern",keyword:"pattern",params:{pattern: "^arn:aws[a-zA-Z-]*:kms:(eusc-)?[a-z]{2}(-gov|-iso[a-z]?)?-[a-z]+-\\d:\\d{12}:(key|alias)/[a-zA-Z0-9/_-]{1,256}$"},schema:"^arn:aws[a-zA-Z-]*:kms:(eusc-)?[a-z]{2}(-gov|-iso[a-z]?)?-[a-z]+-\\d:\\d{12}:(key|alias)/[a-zA-Z0-9/_-]{1,256}$",parentSchema:schema29,data:data2};
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
validate28.errors = vErrors;
return errors === 0;
}

const schema39 = {"title":"Runtime management","description":"When the function gets a newer version of its runtime: `Auto`, `FunctionUpdate`, or one version by its ARN. `null`: Auto.","examples":["FunctionUpdate",{"runtimeVersionArn":"arn:aws:lambda:eu-west-1::runtime:0123abcd"}],"anyOf":[{"$ref":"#/definitions/runtimeUpdates"},{"$ref":"#/definitions/pinnedRuntime"}],"$comment":"runtimeManagement","branches":{"runtimeUpdates":null,"pinnedRuntime":["runtimeVersionArn"]}};
const schema40 = {"title":"Runtime updates","description":"When the function gets a newer version of its runtime.","type":["string","null"],"enum":["Auto","FunctionUpdate",null],"examples":["FunctionUpdate"],"$comment":"runtimeUpdates"};
const schema41 = {"title":"Pinned runtime","description":"Stays with one version of the runtime.","type":"object","required":["runtimeVersionArn"],"additionalProperties":false,"examples":[{"runtimeVersionArn":"arn:aws:lambda:eu-west-1::runtime:0123abcd"}],"properties":{"runtimeVersionArn":{"description":"ARN of the version of the runtime.","type":"string","minLength":26,"maxLength":2048,"pattern":"^arn:aws[a-zA-Z-]*:lambda:(eusc-)?[a-z]{2}(-gov|-iso[a-z]?)?-[a-z]+-\\d::runtime:.+$","examples":["arn:aws:lambda:eu-west-1::runtime:0123abcd"],"$comment":"pinnedRuntime.runtimeVersionArn"}},"$comment":"pinnedRuntime"};
const pattern32 = new RegExp("^arn:aws[a-zA-Z-]*:lambda:(eusc-)?[a-z]{2}(-gov|-iso[a-z]?)?-[a-z]+-\\d::runtime:.+$", "u");

function validate30(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
const _errs1 = errors;
let valid0 = false;
const _errs2 = errors;
if((typeof data !== "string") && (data !== null)){
const err0 = {instancePath,schemaPath:"#/definitions/runtimeUpdates/type",keyword:"type",params:{type: schema40.type},schema:schema40.type,parentSchema:schema40,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(!(((data === "Auto") || (data === "FunctionUpdate")) || (data === null))){
const err1 = {instancePath,schemaPath:"#/definitions/runtimeUpdates/enum",keyword:"enum",params:{allowedValues: schema40.enum},schema:schema40.enum,parentSchema:schema40,data};
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
const err2 = {instancePath,schemaPath:"#/definitions/pinnedRuntime/required",keyword:"required",params:{missingProperty: "runtimeVersionArn"},schema:schema41.required,parentSchema:schema41,data};
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
const err3 = {instancePath,schemaPath:"#/definitions/pinnedRuntime/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema41,data};
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
const err4 = {instancePath:instancePath+"/runtimeVersionArn",schemaPath:"#/definitions/pinnedRuntime/properties/runtimeVersionArn/maxLength",keyword:"maxLength",params:{limit: 2048},schema:2048,parentSchema:schema41.properties.runtimeVersionArn,data:data0};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(func3(data0) < 26){
const err5 = {instancePath:instancePath+"/runtimeVersionArn",schemaPath:"#/definitions/pinnedRuntime/properties/runtimeVersionArn/minLength",keyword:"minLength",params:{limit: 26},schema:26,parentSchema:schema41.properties.runtimeVersionArn,data:data0};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(!pattern32.test(data0)){
const err6 = {instancePath:instancePath+"/runtimeVersionArn",schemaPath:"#/definitions/pinnedRuntime/properties/runtimeVersionArn/pattern",keyword:"pattern",params:{pattern: "^arn:aws[a-zA-Z-]*:lambda:(eusc-)?[a-z]{2}(-gov|-iso[a-z]?)?-[a-z]+-\\d::runtime:.+$"},schema:"^arn:aws[a-zA-Z-]*:lambda:(eusc-)?[a-z]{2}(-gov|-iso[a-z]?)?-[a-z]+-\\d::runtime:.+$",parentSchema:schema41.properties.runtimeVersionArn,data:data0};
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
const err7 = {instancePath:instancePath+"/runtimeVersionArn",schemaPath:"#/definitions/pinnedRuntime/properties/runtimeVersionArn/type",keyword:"type",params:{type: "string"},schema:schema41.properties.runtimeVersionArn.type,parentSchema:schema41.properties.runtimeVersionArn,data:data0};
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
const err8 = {instancePath,schemaPath:"#/definitions/pinnedRuntime/type",keyword:"type",params:{type: "object"},schema:schema41.type,parentSchema:schema41,data};
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
const err9 = {instancePath,schemaPath:"#/anyOf",keyword:"anyOf",params:{},schema:schema39.anyOf,parentSchema:schema39,data};
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
validate30.errors = vErrors;
return errors === 0;
}

const schema43 = {"title":"Alarms","description":"Alarms of CloudWatch that send a release back: names of metric or composite alarms that exist, and kinds of alarms that shipit makes for the alias and for the candidate.","type":"array","maxItems":100,"items":{"$ref":"#/definitions/alarm"},"examples":[["orders-api-errors"],["orders-api-errors",{"create":["errors","throttles",{"p99":"800ms"}]}]],"$comment":"alarms"};
const schema44 = {"description":"Name of an existing alarm, or what shipit makes alarms for.","examples":["orders-api-errors",{"create":["errors","throttles","p99"]}],"anyOf":[{"$ref":"#/definitions/alarmName"},{"$ref":"#/definitions/createdAlarms"}],"$comment":"alarm","branches":{"alarmName":null,"createdAlarms":["create"]}};
const schema45 = {"description":"Name of an existing CloudWatch alarm.","type":"string","minLength":1,"maxLength":255,"examples":["orders-api-errors"],"$comment":"alarmName"};
const schema46 = {"title":"Created alarms","description":"Alarms that shipit makes, and removes when they are no longer declared.","type":"object","required":["create"],"additionalProperties":false,"examples":[{"create":["errors","throttles","p99"]}],"properties":{"create":{"description":"What they watch, each kind once, with a threshold or with the default of its kind.","type":"array","minItems":1,"maxItems":3,"items":{"$ref":"#/definitions/createdAlarm"},"examples":[["errors","throttles","p99"],[{"errors":"2%"},{"p99":"800ms"}]],"$comment":"createdAlarms.create"}},"$comment":"createdAlarms"};
const schema47 = {"description":"What one alarm watches, alone or with its threshold.","examples":["errors",{"p99":"800ms"}],"anyOf":[{"$ref":"#/definitions/alarmKind"},{"$ref":"#/definitions/alarmThreshold"}],"$comment":"createdAlarm","branches":{"alarmKind":null,"alarmThreshold":["errors","throttles","p99"]}};
const schema48 = {"description":"What an alarm watches: failed requests, throttled requests, or how long the slowest hundredth takes.","type":"string","enum":["errors","throttles","p99"],"examples":["errors"],"$comment":"alarmKind"};
const schema49 = {"title":"Alarm threshold","description":"What an alarm watches, with its threshold: one of these.","type":"object","minProperties":1,"maxProperties":1,"additionalProperties":false,"examples":[{"errors":"2%"}],"properties":{"errors":{"$ref":"#/definitions/percent","description":"The share of requests that may fail.","examples":["2%"]},"throttles":{"description":"How many requests a minute may be throttled.","type":"integer","minimum":1,"maximum":1000000,"examples":[5],"$comment":"alarmThreshold.throttles"},"p99":{"$ref":"#/definitions/duration","description":"How long 99 of 100 requests may take at most.","examples":["800ms"]}},"$comment":"alarmThreshold"};
const schema50 = {"description":"A share of requests: a number, at most one decimal, and `%`.","type":"string","pattern":"^(100(\\.0)?|\\d{1,2}(\\.\\d)?)%$","examples":["5%","0.5%"],"$comment":"percent"};
const pattern35 = new RegExp("^(100(\\.0)?|\\d{1,2}(\\.\\d)?)%$", "u");

function validate36(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(Object.keys(data).length > 1){
const err0 = {instancePath,schemaPath:"#/maxProperties",keyword:"maxProperties",params:{limit: 1},schema:1,parentSchema:schema49,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(Object.keys(data).length < 1){
const err1 = {instancePath,schemaPath:"#/minProperties",keyword:"minProperties",params:{limit: 1},schema:1,parentSchema:schema49,data};
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
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema49,data};
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
if(!pattern35.test(data0)){
const err3 = {instancePath:instancePath+"/errors",schemaPath:"#/definitions/percent/pattern",keyword:"pattern",params:{pattern: "^(100(\\.0)?|\\d{1,2}(\\.\\d)?)%$"},schema:"^(100(\\.0)?|\\d{1,2}(\\.\\d)?)%$",parentSchema:schema50,data:data0};
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
const err4 = {instancePath:instancePath+"/errors",schemaPath:"#/definitions/percent/type",keyword:"type",params:{type: "string"},schema:schema50.type,parentSchema:schema50,data:data0};
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
const err5 = {instancePath:instancePath+"/throttles",schemaPath:"#/properties/throttles/type",keyword:"type",params:{type: "integer"},schema:schema49.properties.throttles.type,parentSchema:schema49.properties.throttles,data:data1};
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
const err6 = {instancePath:instancePath+"/throttles",schemaPath:"#/properties/throttles/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000},schema:1000000,parentSchema:schema49.properties.throttles,data:data1};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(data1 < 1 || isNaN(data1)){
const err7 = {instancePath:instancePath+"/throttles",schemaPath:"#/properties/throttles/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},schema:1,parentSchema:schema49.properties.throttles,data:data1};
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
const err8 = {instancePath:instancePath+"/p99",schemaPath:"#/definitions/duration/pattern",keyword:"pattern",params:{pattern: "^(?=.)(\\d{1,4}h)?(\\d{1,5}m(?!s))?(\\d{1,6}s)?(\\d{1,7}ms)?$"},schema:"^(?=.)(\\d{1,4}h)?(\\d{1,5}m(?!s))?(\\d{1,6}s)?(\\d{1,7}ms)?$",parentSchema:schema35,data:data2};
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
const err9 = {instancePath:instancePath+"/p99",schemaPath:"#/definitions/duration/type",keyword:"type",params:{type: "string"},schema:schema35.type,parentSchema:schema35,data:data2};
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
const err10 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema49.type,parentSchema:schema49,data};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
validate36.errors = vErrors;
return errors === 0;
}


function validate35(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
const _errs1 = errors;
let valid0 = false;
const _errs2 = errors;
if(typeof data !== "string"){
const err0 = {instancePath,schemaPath:"#/definitions/alarmKind/type",keyword:"type",params:{type: "string"},schema:schema48.type,parentSchema:schema48,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(!(((data === "errors") || (data === "throttles")) || (data === "p99"))){
const err1 = {instancePath,schemaPath:"#/definitions/alarmKind/enum",keyword:"enum",params:{allowedValues: schema48.enum},schema:schema48.enum,parentSchema:schema48,data};
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
}
if(!valid0){
const err2 = {instancePath,schemaPath:"#/anyOf",keyword:"anyOf",params:{},schema:schema47.anyOf,parentSchema:schema47,data};
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


function validate34(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.create === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "create"},schema:schema46.required,parentSchema:schema46,data};
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
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema46,data};
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
const err2 = {instancePath:instancePath+"/create",schemaPath:"#/properties/create/maxItems",keyword:"maxItems",params:{limit: 3},schema:3,parentSchema:schema46.properties.create,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data0.length < 1){
const err3 = {instancePath:instancePath+"/create",schemaPath:"#/properties/create/minItems",keyword:"minItems",params:{limit: 1},schema:1,parentSchema:schema46.properties.create,data:data0};
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
if(!(validate35(data0[i0], {instancePath:instancePath+"/create/" + i0,parentData:data0,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validate35.errors : vErrors.concat(validate35.errors);
errors = vErrors.length;
}
}
}
else {
const err4 = {instancePath:instancePath+"/create",schemaPath:"#/properties/create/type",keyword:"type",params:{type: "array"},schema:schema46.properties.create.type,parentSchema:schema46.properties.create,data:data0};
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
const err5 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema46.type,parentSchema:schema46,data};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
validate34.errors = vErrors;
return errors === 0;
}


function validate33(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
const _errs1 = errors;
let valid0 = false;
const _errs2 = errors;
if(typeof data === "string"){
if(func3(data) > 255){
const err0 = {instancePath,schemaPath:"#/definitions/alarmName/maxLength",keyword:"maxLength",params:{limit: 255},schema:255,parentSchema:schema45,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(func3(data) < 1){
const err1 = {instancePath,schemaPath:"#/definitions/alarmName/minLength",keyword:"minLength",params:{limit: 1},schema:1,parentSchema:schema45,data};
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
const err2 = {instancePath,schemaPath:"#/definitions/alarmName/type",keyword:"type",params:{type: "string"},schema:schema45.type,parentSchema:schema45,data};
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
if(!(validate34(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validate34.errors : vErrors.concat(validate34.errors);
errors = vErrors.length;
}
var _valid0 = _errs6 === errors;
valid0 = valid0 || _valid0;
}
if(!valid0){
const err3 = {instancePath,schemaPath:"#/anyOf",keyword:"anyOf",params:{},schema:schema44.anyOf,parentSchema:schema44,data};
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
validate33.errors = vErrors;
return errors === 0;
}


function validate32(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(Array.isArray(data)){
if(data.length > 100){
const err0 = {instancePath,schemaPath:"#/maxItems",keyword:"maxItems",params:{limit: 100},schema:100,parentSchema:schema43,data};
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
if(!(validate33(data[i0], {instancePath:instancePath+"/" + i0,parentData:data,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validate33.errors : vErrors.concat(validate33.errors);
errors = vErrors.length;
}
}
}
else {
const err1 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "array"},schema:schema43.type,parentSchema:schema43,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
validate32.errors = vErrors;
return errors === 0;
}

const schema52 = {"title":"Hooks","description":"What is asked for its verdict, and when. One that fails sends the release back; after `onRollback` nothing more is at stake.","type":"object","additionalProperties":false,"examples":[{"preTraffic":[{"smoke":"testEvents"}],"postTraffic":[{"invoke":"check-orders"}]}],"properties":{"preTraffic":{"$ref":"#/definitions/hookList","description":"Before the candidate gets any traffic.","examples":[[{"smoke":"testEvents"}]]},"afterStep":{"$ref":"#/definitions/hookList","description":"When the bake of a step below 100% is over.","examples":[[{"run":["npm","run","smoke"]}]]},"postTraffic":{"$ref":"#/definitions/hookList","description":"As soon as the candidate has all traffic.","examples":[[{"http":"https://status.example.com/health"}]]},"onRollback":{"$ref":"#/definitions/hookList","description":"After a release went back; their verdict changes nothing.","examples":[[{"invoke":"clean-up"}]]}},"$comment":"hooks"};
const schema53 = {"description":"Hooks, asked in this order.","type":"array","maxItems":20,"items":{"$ref":"#/definitions/hook"},"examples":[[{"smoke":"testEvents"}]],"$comment":"hookList"};
const schema54 = {"title":"Hook","description":"Something that is asked for its verdict on a release: a function, an address, a program, or the sample events.","examples":[{"invoke":"check-orders"},{"http":"https://status.example.com/health","body":"status == 'ok'"},{"run":["npm","run","smoke"],"timeout":"10m"},{"smoke":"testEvents"}],"anyOf":[{"$ref":"#/definitions/invoke"},{"$ref":"#/definitions/http"},{"$ref":"#/definitions/run"},{"$ref":"#/definitions/smoke"}],"$comment":"hook","branches":{"invoke":["invoke","name","timeout","retries","onTimeout"],"http":["http","method","headers","status","body","name","timeout","retries","onTimeout"],"run":["run","credentials","name","timeout","retries","onTimeout"],"smoke":["smoke","name","timeout","retries","onTimeout"]}};
const schema55 = {"title":"Invoke","description":"Invokes a function with the release, its versions and the step. What it returns is the verdict: `{ status: pass | fail | inconclusive, because }`.","type":"object","required":["invoke"],"additionalProperties":false,"examples":[{"invoke":"check-orders","timeout":"1m"}],"properties":{"invoke":{"description":"The key of a function of this project, or a Lambda name.","type":"string","pattern":"^[a-zA-Z0-9_-]{1,64}$","examples":["check-orders"],"$comment":"invoke.invoke"},"name":{"$ref":"#/definitions/hookName"},"timeout":{"$ref":"#/definitions/duration","description":"How long it may take.","default":"30s","examples":["1m"]},"retries":{"$ref":"#/definitions/hookRetries"},"onTimeout":{"$ref":"#/definitions/hookOnTimeout"}},"$comment":"invoke"};
const schema56 = {"description":"What people call it. Without it, what it does.","type":"string","pattern":"^\\S(.{0,62}\\S)?$","examples":["orders are taken"],"$comment":"hookName"};
const schema58 = {"description":"Further tries after one that failed or took too long, at most 5.","type":"integer","minimum":0,"maximum":5,"default":0,"examples":[2],"$comment":"hookRetries"};
const schema59 = {"description":"What it means when the last try takes too long.","type":"string","enum":["fail","pass","inconclusive"],"default":"fail","examples":["inconclusive"],"$comment":"hookOnTimeout"};
const pattern38 = new RegExp("^\\S(.{0,62}\\S)?$", "u");

function validate45(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.invoke === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "invoke"},schema:schema55.required,parentSchema:schema55,data};
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
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema55,data};
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
const err2 = {instancePath:instancePath+"/invoke",schemaPath:"#/properties/invoke/pattern",keyword:"pattern",params:{pattern: "^[a-zA-Z0-9_-]{1,64}$"},schema:"^[a-zA-Z0-9_-]{1,64}$",parentSchema:schema55.properties.invoke,data:data0};
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
const err3 = {instancePath:instancePath+"/invoke",schemaPath:"#/properties/invoke/type",keyword:"type",params:{type: "string"},schema:schema55.properties.invoke.type,parentSchema:schema55.properties.invoke,data:data0};
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
if(!pattern38.test(data1)){
const err4 = {instancePath:instancePath+"/name",schemaPath:"#/definitions/hookName/pattern",keyword:"pattern",params:{pattern: "^\\S(.{0,62}\\S)?$"},schema:"^\\S(.{0,62}\\S)?$",parentSchema:schema56,data:data1};
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
const err5 = {instancePath:instancePath+"/name",schemaPath:"#/definitions/hookName/type",keyword:"type",params:{type: "string"},schema:schema56.type,parentSchema:schema56,data:data1};
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
const err6 = {instancePath:instancePath+"/timeout",schemaPath:"#/definitions/duration/pattern",keyword:"pattern",params:{pattern: "^(?=.)(\\d{1,4}h)?(\\d{1,5}m(?!s))?(\\d{1,6}s)?(\\d{1,7}ms)?$"},schema:"^(?=.)(\\d{1,4}h)?(\\d{1,5}m(?!s))?(\\d{1,6}s)?(\\d{1,7}ms)?$",parentSchema:schema35,data:data2};
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
const err7 = {instancePath:instancePath+"/timeout",schemaPath:"#/definitions/duration/type",keyword:"type",params:{type: "string"},schema:schema35.type,parentSchema:schema35,data:data2};
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
const err8 = {instancePath:instancePath+"/retries",schemaPath:"#/definitions/hookRetries/type",keyword:"type",params:{type: "integer"},schema:schema58.type,parentSchema:schema58,data:data3};
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
const err9 = {instancePath:instancePath+"/retries",schemaPath:"#/definitions/hookRetries/maximum",keyword:"maximum",params:{comparison: "<=", limit: 5},schema:5,parentSchema:schema58,data:data3};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
if(data3 < 0 || isNaN(data3)){
const err10 = {instancePath:instancePath+"/retries",schemaPath:"#/definitions/hookRetries/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},schema:0,parentSchema:schema58,data:data3};
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
const err11 = {instancePath:instancePath+"/onTimeout",schemaPath:"#/definitions/hookOnTimeout/type",keyword:"type",params:{type: "string"},schema:schema59.type,parentSchema:schema59,data:data4};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
if(!(((data4 === "fail") || (data4 === "pass")) || (data4 === "inconclusive"))){
const err12 = {instancePath:instancePath+"/onTimeout",schemaPath:"#/definitions/hookOnTimeout/enum",keyword:"enum",params:{allowedValues: schema59.enum},schema:schema59.enum,parentSchema:schema59,data:data4};
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
const err13 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema55.type,parentSchema:schema55,data};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
validate45.errors = vErrors;
return errors === 0;
}

const schema60 = {"title":"Http","description":"Asks an address; status and, if given, body are the verdict.","type":"object","required":["http"],"additionalProperties":false,"examples":[{"http":"https://status.example.com/health","headers":{"Authorization":"Bearer ${secret:status/token}"},"status":[200,204]}],"properties":{"http":{"$ref":"#/definitions/url","description":"The address, with http:// or https://.","examples":["https://status.example.com/health"]},"method":{"description":"The method.","type":"string","enum":["GET","HEAD","POST","PUT","PATCH","DELETE"],"default":"GET","examples":["POST"],"$comment":"http.method"},"headers":{"$ref":"#/definitions/headers"},"status":{"$ref":"#/definitions/status"},"body":{"description":"A JMESPath expression over the JSON that came back, which has to be true. Without it, the body is not looked at.","type":"string","minLength":1,"maxLength":4096,"pattern":"\\S","examples":["status == 'ok'"],"$comment":"http.body"},"name":{"$ref":"#/definitions/hookName"},"timeout":{"$ref":"#/definitions/duration","description":"How long it may take.","default":"30s","examples":["10s"]},"retries":{"$ref":"#/definitions/hookRetries"},"onTimeout":{"$ref":"#/definitions/hookOnTimeout"}},"$comment":"http"};
const schema61 = {"description":"An address, with http:// or https://.","type":"string","maxLength":2048,"pattern":"^https?://[^\\s\\u0000-\\u001f]+$","examples":["https://status.example.com/health"],"$comment":"url"};
const pattern40 = new RegExp("^https?://[^\\s\\u0000-\\u001f]+$", "u");
const pattern43 = new RegExp("\\S", "u");
const schema62 = {"title":"Headers","description":"Headers of the request.","type":"object","maxProperties":50,"propertyNames":{"$ref":"#/definitions/headerName"},"additionalProperties":{"$ref":"#/definitions/headerValue"},"examples":[{"X-Team":"orders"}],"$comment":"headers"};
const schema63 = {"description":"Name of a header.","type":"string","pattern":"^[a-zA-Z0-9!#$%&'*+.^_`|~-]{1,128}$","examples":["X-Team"],"$comment":"headerName"};
const schema64 = {"description":"Value of a header.","type":"string","maxLength":8192,"pattern":"^[^\\u0000-\\u0008\\u000a-\\u001f\\u007f]*$","examples":["orders"],"$comment":"headerValue"};
const pattern41 = new RegExp("^[a-zA-Z0-9!#$%&'*+.^_`|~-]{1,128}$", "u");
const pattern42 = new RegExp("^[^\\u0000-\\u0008\\u000a-\\u001f\\u007f]*$", "u");

function validate48(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(Object.keys(data).length > 50){
const err0 = {instancePath,schemaPath:"#/maxProperties",keyword:"maxProperties",params:{limit: 50},schema:50,parentSchema:schema62,data};
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
if(!pattern41.test(key0)){
const err1 = {instancePath,schemaPath:"#/definitions/headerName/pattern",keyword:"pattern",params:{pattern: "^[a-zA-Z0-9!#$%&'*+.^_`|~-]{1,128}$"},schema:"^[a-zA-Z0-9!#$%&'*+.^_`|~-]{1,128}$",parentSchema:schema63,data:key0,propertyName:key0};
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
const err2 = {instancePath,schemaPath:"#/definitions/headerName/type",keyword:"type",params:{type: "string"},schema:schema63.type,parentSchema:schema63,data:key0,propertyName:key0};
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
const err3 = {instancePath,schemaPath:"#/propertyNames",keyword:"propertyNames",params:{propertyName: key0},schema:schema62.propertyNames,parentSchema:schema62,data};
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
const err4 = {instancePath:instancePath+"/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/headerValue/maxLength",keyword:"maxLength",params:{limit: 8192},schema:8192,parentSchema:schema64,data:data0};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(!pattern42.test(data0)){
const err5 = {instancePath:instancePath+"/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/headerValue/pattern",keyword:"pattern",params:{pattern: "^[^\\u0000-\\u0008\\u000a-\\u001f\\u007f]*$"},schema:"^[^\\u0000-\\u0008\\u000a-\\u001f\\u007f]*$",parentSchema:schema64,data:data0};
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
const err6 = {instancePath:instancePath+"/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/headerValue/type",keyword:"type",params:{type: "string"},schema:schema64.type,parentSchema:schema64,data:data0};
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
const err7 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema62.type,parentSchema:schema62,data};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
validate48.errors = vErrors;
return errors === 0;
}

const schema65 = {"description":"The status that is expected, or several.","default":200,"examples":[200,[200,204]],"anyOf":[{"$ref":"#/definitions/statusCode"},{"$ref":"#/definitions/statusCodes"}],"$comment":"status","branches":{"statusCode":null,"statusCodes":null}};
const schema66 = {"description":"A status of HTTP.","type":"integer","minimum":100,"maximum":599,"examples":[200],"$comment":"statusCode"};
const schema67 = {"description":"Statuses of HTTP.","type":"array","minItems":1,"maxItems":20,"items":{"$ref":"#/definitions/statusCode"},"examples":[[200,204]],"$comment":"statusCodes"};

function validate51(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(Array.isArray(data)){
if(data.length > 20){
const err0 = {instancePath,schemaPath:"#/maxItems",keyword:"maxItems",params:{limit: 20},schema:20,parentSchema:schema67,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.length < 1){
const err1 = {instancePath,schemaPath:"#/minItems",keyword:"minItems",params:{limit: 1},schema:1,parentSchema:schema67,data};
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
const err2 = {instancePath:instancePath+"/" + i0,schemaPath:"#/definitions/statusCode/type",keyword:"type",params:{type: "integer"},schema:schema66.type,parentSchema:schema66,data:data0};
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
const err3 = {instancePath:instancePath+"/" + i0,schemaPath:"#/definitions/statusCode/maximum",keyword:"maximum",params:{comparison: "<=", limit: 599},schema:599,parentSchema:schema66,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(data0 < 100 || isNaN(data0)){
const err4 = {instancePath:instancePath+"/" + i0,schemaPath:"#/definitions/statusCode/minimum",keyword:"minimum",params:{comparison: ">=", limit: 100},schema:100,parentSchema:schema66,data:data0};
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
const err5 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "array"},schema:schema67.type,parentSchema:schema67,data};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
validate51.errors = vErrors;
return errors === 0;
}


function validate50(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
const _errs1 = errors;
let valid0 = false;
const _errs2 = errors;
if(!(((typeof data == "number") && (!(data % 1) && !isNaN(data))) && (isFinite(data)))){
const err0 = {instancePath,schemaPath:"#/definitions/statusCode/type",keyword:"type",params:{type: "integer"},schema:schema66.type,parentSchema:schema66,data};
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
const err1 = {instancePath,schemaPath:"#/definitions/statusCode/maximum",keyword:"maximum",params:{comparison: "<=", limit: 599},schema:599,parentSchema:schema66,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data < 100 || isNaN(data)){
const err2 = {instancePath,schemaPath:"#/definitions/statusCode/minimum",keyword:"minimum",params:{comparison: ">=", limit: 100},schema:100,parentSchema:schema66,data};
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
if(!(validate51(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validate51.errors : vErrors.concat(validate51.errors);
errors = vErrors.length;
}
var _valid0 = _errs6 === errors;
valid0 = valid0 || _valid0;
}
if(!valid0){
const err3 = {instancePath,schemaPath:"#/anyOf",keyword:"anyOf",params:{},schema:schema65.anyOf,parentSchema:schema65,data};
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
validate50.errors = vErrors;
return errors === 0;
}


function validate47(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.http === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "http"},schema:schema60.required,parentSchema:schema60,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!(func2.call(schema60.properties, key0))){
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
if(data.http !== undefined){
let data0 = data.http;
if(typeof data0 === "string"){
if(func3(data0) > 2048){
const err2 = {instancePath:instancePath+"/http",schemaPath:"#/definitions/url/maxLength",keyword:"maxLength",params:{limit: 2048},schema:2048,parentSchema:schema61,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(!pattern40.test(data0)){
const err3 = {instancePath:instancePath+"/http",schemaPath:"#/definitions/url/pattern",keyword:"pattern",params:{pattern: "^https?://[^\\s\\u0000-\\u001f]+$"},schema:"^https?://[^\\s\\u0000-\\u001f]+$",parentSchema:schema61,data:data0};
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
const err4 = {instancePath:instancePath+"/http",schemaPath:"#/definitions/url/type",keyword:"type",params:{type: "string"},schema:schema61.type,parentSchema:schema61,data:data0};
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
const err5 = {instancePath:instancePath+"/method",schemaPath:"#/properties/method/type",keyword:"type",params:{type: "string"},schema:schema60.properties.method.type,parentSchema:schema60.properties.method,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(!((((((data1 === "GET") || (data1 === "HEAD")) || (data1 === "POST")) || (data1 === "PUT")) || (data1 === "PATCH")) || (data1 === "DELETE"))){
const err6 = {instancePath:instancePath+"/method",schemaPath:"#/properties/method/enum",keyword:"enum",params:{allowedValues: schema60.properties.method.enum},schema:schema60.properties.method.enum,parentSchema:schema60.properties.method,data:data1};
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
if(!(validate48(data.headers, {instancePath:instancePath+"/headers",parentData:data,parentDataProperty:"headers",rootData}))){
vErrors = vErrors === null ? validate48.errors : vErrors.concat(validate48.errors);
errors = vErrors.length;
}
}
if(data.status !== undefined){
if(!(validate50(data.status, {instancePath:instancePath+"/status",parentData:data,parentDataProperty:"status",rootData}))){
vErrors = vErrors === null ? validate50.errors : vErrors.concat(validate50.errors);
errors = vErrors.length;
}
}
if(data.body !== undefined){
let data4 = data.body;
if(typeof data4 === "string"){
if(func3(data4) > 4096){
const err7 = {instancePath:instancePath+"/body",schemaPath:"#/properties/body/maxLength",keyword:"maxLength",params:{limit: 4096},schema:4096,parentSchema:schema60.properties.body,data:data4};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
if(func3(data4) < 1){
const err8 = {instancePath:instancePath+"/body",schemaPath:"#/properties/body/minLength",keyword:"minLength",params:{limit: 1},schema:1,parentSchema:schema60.properties.body,data:data4};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
if(!pattern43.test(data4)){
const err9 = {instancePath:instancePath+"/body",schemaPath:"#/properties/body/pattern",keyword:"pattern",params:{pattern: "\\S"},schema:"\\S",parentSchema:schema60.properties.body,data:data4};
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
const err10 = {instancePath:instancePath+"/body",schemaPath:"#/properties/body/type",keyword:"type",params:{type: "string"},schema:schema60.properties.body.type,parentSchema:schema60.properties.body,data:data4};
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
if(!pattern38.test(data5)){
const err11 = {instancePath:instancePath+"/name",schemaPath:"#/definitions/hookName/pattern",keyword:"pattern",params:{pattern: "^\\S(.{0,62}\\S)?$"},schema:"^\\S(.{0,62}\\S)?$",parentSchema:schema56,data:data5};
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
const err12 = {instancePath:instancePath+"/name",schemaPath:"#/definitions/hookName/type",keyword:"type",params:{type: "string"},schema:schema56.type,parentSchema:schema56,data:data5};
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
const err13 = {instancePath:instancePath+"/timeout",schemaPath:"#/definitions/duration/pattern",keyword:"pattern",params:{pattern: "^(?=.)(\\d{1,4}h)?(\\d{1,5}m(?!s))?(\\d{1,6}s)?(\\d{1,7}ms)?$"},schema:"^(?=.)(\\d{1,4}h)?(\\d{1,5}m(?!s))?(\\d{1,6}s)?(\\d{1,7}ms)?$",parentSchema:schema35,data:data6};
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
const err14 = {instancePath:instancePath+"/timeout",schemaPath:"#/definitions/duration/type",keyword:"type",params:{type: "string"},schema:schema35.type,parentSchema:schema35,data:data6};
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
const err15 = {instancePath:instancePath+"/retries",schemaPath:"#/definitions/hookRetries/type",keyword:"type",params:{type: "integer"},schema:schema58.type,parentSchema:schema58,data:data7};
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
const err16 = {instancePath:instancePath+"/retries",schemaPath:"#/definitions/hookRetries/maximum",keyword:"maximum",params:{comparison: "<=", limit: 5},schema:5,parentSchema:schema58,data:data7};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
if(data7 < 0 || isNaN(data7)){
const err17 = {instancePath:instancePath+"/retries",schemaPath:"#/definitions/hookRetries/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},schema:0,parentSchema:schema58,data:data7};
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
const err18 = {instancePath:instancePath+"/onTimeout",schemaPath:"#/definitions/hookOnTimeout/type",keyword:"type",params:{type: "string"},schema:schema59.type,parentSchema:schema59,data:data8};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
if(!(((data8 === "fail") || (data8 === "pass")) || (data8 === "inconclusive"))){
const err19 = {instancePath:instancePath+"/onTimeout",schemaPath:"#/definitions/hookOnTimeout/enum",keyword:"enum",params:{allowedValues: schema59.enum},schema:schema59.enum,parentSchema:schema59,data:data8};
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
const err20 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema60.type,parentSchema:schema60,data};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
validate47.errors = vErrors;
return errors === 0;
}

const schema73 = {"title":"Run","description":"Runs a program in the folder of the project file, without a shell. Exit code 0 passes, 75 is inconclusive, any other fails.","type":"object","required":["run"],"additionalProperties":false,"examples":[{"run":["npm","run","smoke"],"credentials":true}],"properties":{"run":{"description":"The program and its arguments, one by one.","type":"array","minItems":1,"maxItems":100,"items":{"$ref":"#/definitions/runWord"},"examples":[["npm","run","smoke"]],"$comment":"run.run"},"credentials":{"description":"Whether it gets the credentials of AWS that shipit has, those of a profile or a role that the project names too.","type":"boolean","default":false,"examples":[true],"$comment":"run.credentials"},"name":{"$ref":"#/definitions/hookName"},"timeout":{"$ref":"#/definitions/duration","description":"How long it may take.","default":"5m","examples":["10m"]},"retries":{"$ref":"#/definitions/hookRetries"},"onTimeout":{"$ref":"#/definitions/hookOnTimeout"}},"$comment":"run"};
const schema74 = {"description":"The program, or one argument.","type":"string","maxLength":4096,"examples":["npm"],"$comment":"runWord"};

function validate55(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.run === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "run"},schema:schema73.required,parentSchema:schema73,data};
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
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema73,data};
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
const err2 = {instancePath:instancePath+"/run",schemaPath:"#/properties/run/maxItems",keyword:"maxItems",params:{limit: 100},schema:100,parentSchema:schema73.properties.run,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data0.length < 1){
const err3 = {instancePath:instancePath+"/run",schemaPath:"#/properties/run/minItems",keyword:"minItems",params:{limit: 1},schema:1,parentSchema:schema73.properties.run,data:data0};
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
const err4 = {instancePath:instancePath+"/run/" + i0,schemaPath:"#/definitions/runWord/maxLength",keyword:"maxLength",params:{limit: 4096},schema:4096,parentSchema:schema74,data:data1};
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
const err5 = {instancePath:instancePath+"/run/" + i0,schemaPath:"#/definitions/runWord/type",keyword:"type",params:{type: "string"},schema:schema74.type,parentSchema:schema74,data:data1};
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
const err6 = {instancePath:instancePath+"/run",schemaPath:"#/properties/run/type",keyword:"type",params:{type: "array"},schema:schema73.properties.run.type,parentSchema:schema73.properties.run,data:data0};
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
const err7 = {instancePath:instancePath+"/credentials",schemaPath:"#/properties/credentials/type",keyword:"type",params:{type: "boolean"},schema:schema73.properties.credentials.type,parentSchema:schema73.properties.credentials,data:data2};
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
if(!pattern38.test(data3)){
const err8 = {instancePath:instancePath+"/name",schemaPath:"#/definitions/hookName/pattern",keyword:"pattern",params:{pattern: "^\\S(.{0,62}\\S)?$"},schema:"^\\S(.{0,62}\\S)?$",parentSchema:schema56,data:data3};
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
const err9 = {instancePath:instancePath+"/name",schemaPath:"#/definitions/hookName/type",keyword:"type",params:{type: "string"},schema:schema56.type,parentSchema:schema56,data:data3};
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
const err10 = {instancePath:instancePath+"/timeout",schemaPath:"#/definitions/duration/pattern",keyword:"pattern",params:{pattern: "^(?=.)(\\d{1,4}h)?(\\d{1,5}m(?!s))?(\\d{1,6}s)?(\\d{1,7}ms)?$"},schema:"^(?=.)(\\d{1,4}h)?(\\d{1,5}m(?!s))?(\\d{1,6}s)?(\\d{1,7}ms)?$",parentSchema:schema35,data:data4};
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
const err11 = {instancePath:instancePath+"/timeout",schemaPath:"#/definitions/duration/type",keyword:"type",params:{type: "string"},schema:schema35.type,parentSchema:schema35,data:data4};
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
const err12 = {instancePath:instancePath+"/retries",schemaPath:"#/definitions/hookRetries/type",keyword:"type",params:{type: "integer"},schema:schema58.type,parentSchema:schema58,data:data5};
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
const err13 = {instancePath:instancePath+"/retries",schemaPath:"#/definitions/hookRetries/maximum",keyword:"maximum",params:{comparison: "<=", limit: 5},schema:5,parentSchema:schema58,data:data5};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
if(data5 < 0 || isNaN(data5)){
const err14 = {instancePath:instancePath+"/retries",schemaPath:"#/definitions/hookRetries/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},schema:0,parentSchema:schema58,data:data5};
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
const err15 = {instancePath:instancePath+"/onTimeout",schemaPath:"#/definitions/hookOnTimeout/type",keyword:"type",params:{type: "string"},schema:schema59.type,parentSchema:schema59,data:data6};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
if(!(((data6 === "fail") || (data6 === "pass")) || (data6 === "inconclusive"))){
const err16 = {instancePath:instancePath+"/onTimeout",schemaPath:"#/definitions/hookOnTimeout/enum",keyword:"enum",params:{allowedValues: schema59.enum},schema:schema59.enum,parentSchema:schema59,data:data6};
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
const err17 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema73.type,parentSchema:schema73,data};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
validate55.errors = vErrors;
return errors === 0;
}

const schema79 = {"title":"Smoke","description":"Invokes the candidate with each sample event of its function.","type":"object","required":["smoke"],"additionalProperties":false,"examples":[{"smoke":"testEvents"}],"properties":{"smoke":{"description":"The events: those of `testEvents`.","type":"string","enum":["testEvents"],"examples":["testEvents"],"$comment":"smoke.smoke"},"name":{"$ref":"#/definitions/hookName"},"timeout":{"$ref":"#/definitions/duration","description":"How long one event may take.","default":"30s","examples":["1m"]},"retries":{"$ref":"#/definitions/hookRetries"},"onTimeout":{"$ref":"#/definitions/hookOnTimeout"}},"$comment":"smoke"};

function validate57(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.smoke === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "smoke"},schema:schema79.required,parentSchema:schema79,data};
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
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema79,data};
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
const err2 = {instancePath:instancePath+"/smoke",schemaPath:"#/properties/smoke/type",keyword:"type",params:{type: "string"},schema:schema79.properties.smoke.type,parentSchema:schema79.properties.smoke,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(!(data0 === "testEvents")){
const err3 = {instancePath:instancePath+"/smoke",schemaPath:"#/properties/smoke/enum",keyword:"enum",params:{allowedValues: schema79.properties.smoke.enum},schema:schema79.properties.smoke.enum,parentSchema:schema79.properties.smoke,data:data0};
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
if(!pattern38.test(data1)){
const err4 = {instancePath:instancePath+"/name",schemaPath:"#/definitions/hookName/pattern",keyword:"pattern",params:{pattern: "^\\S(.{0,62}\\S)?$"},schema:"^\\S(.{0,62}\\S)?$",parentSchema:schema56,data:data1};
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
const err5 = {instancePath:instancePath+"/name",schemaPath:"#/definitions/hookName/type",keyword:"type",params:{type: "string"},schema:schema56.type,parentSchema:schema56,data:data1};
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
const err6 = {instancePath:instancePath+"/timeout",schemaPath:"#/definitions/duration/pattern",keyword:"pattern",params:{pattern: "^(?=.)(\\d{1,4}h)?(\\d{1,5}m(?!s))?(\\d{1,6}s)?(\\d{1,7}ms)?$"},schema:"^(?=.)(\\d{1,4}h)?(\\d{1,5}m(?!s))?(\\d{1,6}s)?(\\d{1,7}ms)?$",parentSchema:schema35,data:data2};
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
const err7 = {instancePath:instancePath+"/timeout",schemaPath:"#/definitions/duration/type",keyword:"type",params:{type: "string"},schema:schema35.type,parentSchema:schema35,data:data2};
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
const err8 = {instancePath:instancePath+"/retries",schemaPath:"#/definitions/hookRetries/type",keyword:"type",params:{type: "integer"},schema:schema58.type,parentSchema:schema58,data:data3};
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
const err9 = {instancePath:instancePath+"/retries",schemaPath:"#/definitions/hookRetries/maximum",keyword:"maximum",params:{comparison: "<=", limit: 5},schema:5,parentSchema:schema58,data:data3};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
if(data3 < 0 || isNaN(data3)){
const err10 = {instancePath:instancePath+"/retries",schemaPath:"#/definitions/hookRetries/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},schema:0,parentSchema:schema58,data:data3};
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
const err11 = {instancePath:instancePath+"/onTimeout",schemaPath:"#/definitions/hookOnTimeout/type",keyword:"type",params:{type: "string"},schema:schema59.type,parentSchema:schema59,data:data4};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
if(!(((data4 === "fail") || (data4 === "pass")) || (data4 === "inconclusive"))){
const err12 = {instancePath:instancePath+"/onTimeout",schemaPath:"#/definitions/hookOnTimeout/enum",keyword:"enum",params:{allowedValues: schema59.enum},schema:schema59.enum,parentSchema:schema59,data:data4};
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
const err13 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema79.type,parentSchema:schema79,data};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
validate57.errors = vErrors;
return errors === 0;
}


function validate44(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
const _errs1 = errors;
let valid0 = false;
const _errs2 = errors;
if(!(validate45(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validate45.errors : vErrors.concat(validate45.errors);
errors = vErrors.length;
}
var _valid0 = _errs2 === errors;
valid0 = valid0 || _valid0;
if(!valid0){
const _errs3 = errors;
if(!(validate47(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validate47.errors : vErrors.concat(validate47.errors);
errors = vErrors.length;
}
var _valid0 = _errs3 === errors;
valid0 = valid0 || _valid0;
if(!valid0){
const _errs4 = errors;
if(!(validate55(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validate55.errors : vErrors.concat(validate55.errors);
errors = vErrors.length;
}
var _valid0 = _errs4 === errors;
valid0 = valid0 || _valid0;
if(!valid0){
const _errs5 = errors;
if(!(validate57(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validate57.errors : vErrors.concat(validate57.errors);
errors = vErrors.length;
}
var _valid0 = _errs5 === errors;
valid0 = valid0 || _valid0;
}
}
}
if(!valid0){
const err0 = {instancePath,schemaPath:"#/anyOf",keyword:"anyOf",params:{},schema:schema54.anyOf,parentSchema:schema54,data};
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
validate44.errors = vErrors;
return errors === 0;
}


function validate43(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(Array.isArray(data)){
if(data.length > 20){
const err0 = {instancePath,schemaPath:"#/maxItems",keyword:"maxItems",params:{limit: 20},schema:20,parentSchema:schema53,data};
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
if(!(validate44(data[i0], {instancePath:instancePath+"/" + i0,parentData:data,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validate44.errors : vErrors.concat(validate44.errors);
errors = vErrors.length;
}
}
}
else {
const err1 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "array"},schema:schema53.type,parentSchema:schema53,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
validate43.errors = vErrors;
return errors === 0;
}


function validate42(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!((((key0 === "preTraffic") || (key0 === "afterStep")) || (key0 === "postTraffic")) || (key0 === "onRollback"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema52,data};
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
if(!(validate43(data.preTraffic, {instancePath:instancePath+"/preTraffic",parentData:data,parentDataProperty:"preTraffic",rootData}))){
vErrors = vErrors === null ? validate43.errors : vErrors.concat(validate43.errors);
errors = vErrors.length;
}
}
if(data.afterStep !== undefined){
if(!(validate43(data.afterStep, {instancePath:instancePath+"/afterStep",parentData:data,parentDataProperty:"afterStep",rootData}))){
vErrors = vErrors === null ? validate43.errors : vErrors.concat(validate43.errors);
errors = vErrors.length;
}
}
if(data.postTraffic !== undefined){
if(!(validate43(data.postTraffic, {instancePath:instancePath+"/postTraffic",parentData:data,parentDataProperty:"postTraffic",rootData}))){
vErrors = vErrors === null ? validate43.errors : vErrors.concat(validate43.errors);
errors = vErrors.length;
}
}
if(data.onRollback !== undefined){
if(!(validate43(data.onRollback, {instancePath:instancePath+"/onRollback",parentData:data,parentDataProperty:"onRollback",rootData}))){
vErrors = vErrors === null ? validate43.errors : vErrors.concat(validate43.errors);
errors = vErrors.length;
}
}
}
else {
const err1 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema52.type,parentSchema:schema52,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
validate42.errors = vErrors;
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
let data1 = data.code;
if(typeof data1 === "string"){
if(func3(data1) > 1024){
const err3 = {instancePath:instancePath+"/code",schemaPath:"#/properties/code/maxLength",keyword:"maxLength",params:{limit: 1024},schema:1024,parentSchema:schema13.properties.code,data:data1};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(func3(data1) < 1){
const err4 = {instancePath:instancePath+"/code",schemaPath:"#/properties/code/minLength",keyword:"minLength",params:{limit: 1},schema:1,parentSchema:schema13.properties.code,data:data1};
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
const err5 = {instancePath:instancePath+"/code",schemaPath:"#/properties/code/type",keyword:"type",params:{type: "string"},schema:schema13.properties.code.type,parentSchema:schema13.properties.code,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.image !== undefined){
let data2 = data.image;
if(typeof data2 === "string"){
if(!pattern3.test(data2)){
const err6 = {instancePath:instancePath+"/image",schemaPath:"#/properties/image/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9][a-zA-Z0-9._:/-]{0,511}@sha256:[a-f0-9]{64}$"},schema:"^[a-z0-9][a-zA-Z0-9._:/-]{0,511}@sha256:[a-f0-9]{64}$",parentSchema:schema13.properties.image,data:data2};
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
const err7 = {instancePath:instancePath+"/image",schemaPath:"#/properties/image/type",keyword:"type",params:{type: "string"},schema:schema13.properties.image.type,parentSchema:schema13.properties.image,data:data2};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.handler !== undefined){
let data3 = data.handler;
if(typeof data3 === "string"){
if(!pattern4.test(data3)){
const err8 = {instancePath:instancePath+"/handler",schemaPath:"#/properties/handler/pattern",keyword:"pattern",params:{pattern: "^[^\\s]{1,128}$"},schema:"^[^\\s]{1,128}$",parentSchema:schema13.properties.handler,data:data3};
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
const err9 = {instancePath:instancePath+"/handler",schemaPath:"#/properties/handler/type",keyword:"type",params:{type: "string"},schema:schema13.properties.handler.type,parentSchema:schema13.properties.handler,data:data3};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data.runtime !== undefined){
let data4 = data.runtime;
if(typeof data4 === "string"){
if(!pattern5.test(data4)){
const err10 = {instancePath:instancePath+"/runtime",schemaPath:"#/definitions/runtime/pattern",keyword:"pattern",params:{pattern: "^[a-z][a-z0-9.]{1,63}$"},schema:"^[a-z][a-z0-9.]{1,63}$",parentSchema:schema14,data:data4};
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
const err11 = {instancePath:instancePath+"/runtime",schemaPath:"#/definitions/runtime/type",keyword:"type",params:{type: "string"},schema:schema14.type,parentSchema:schema14,data:data4};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data.architecture !== undefined){
let data5 = data.architecture;
if((typeof data5 !== "string") && (data5 !== null)){
const err12 = {instancePath:instancePath+"/architecture",schemaPath:"#/properties/architecture/type",keyword:"type",params:{type: schema13.properties.architecture.type},schema:schema13.properties.architecture.type,parentSchema:schema13.properties.architecture,data:data5};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
if(!(((data5 === "x86_64") || (data5 === "arm64")) || (data5 === null))){
const err13 = {instancePath:instancePath+"/architecture",schemaPath:"#/properties/architecture/enum",keyword:"enum",params:{allowedValues: schema13.properties.architecture.enum},schema:schema13.properties.architecture.enum,parentSchema:schema13.properties.architecture,data:data5};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data.memorySize !== undefined){
let data6 = data.memorySize;
if((!(((typeof data6 == "number") && (!(data6 % 1) && !isNaN(data6))) && (isFinite(data6)))) && (data6 !== null)){
const err14 = {instancePath:instancePath+"/memorySize",schemaPath:"#/properties/memorySize/type",keyword:"type",params:{type: schema13.properties.memorySize.type},schema:schema13.properties.memorySize.type,parentSchema:schema13.properties.memorySize,data:data6};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
if((typeof data6 == "number") && (isFinite(data6))){
if(data6 > 32768 || isNaN(data6)){
const err15 = {instancePath:instancePath+"/memorySize",schemaPath:"#/properties/memorySize/maximum",keyword:"maximum",params:{comparison: "<=", limit: 32768},schema:32768,parentSchema:schema13.properties.memorySize,data:data6};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
if(data6 < 128 || isNaN(data6)){
const err16 = {instancePath:instancePath+"/memorySize",schemaPath:"#/properties/memorySize/minimum",keyword:"minimum",params:{comparison: ">=", limit: 128},schema:128,parentSchema:schema13.properties.memorySize,data:data6};
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
if(data.timeout !== undefined){
let data7 = data.timeout;
if((typeof data7 !== "string") && (data7 !== null)){
const err17 = {instancePath:instancePath+"/timeout",schemaPath:"#/properties/timeout/type",keyword:"type",params:{type: schema13.properties.timeout.type},schema:schema13.properties.timeout.type,parentSchema:schema13.properties.timeout,data:data7};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
if(typeof data7 === "string"){
if(!pattern6.test(data7)){
const err18 = {instancePath:instancePath+"/timeout",schemaPath:"#/properties/timeout/pattern",keyword:"pattern",params:{pattern: "^(?=.)(\\d{1,4}h)?(\\d{1,5}m(?!s))?(\\d{1,6}s)?(\\d{1,7}ms)?$"},schema:"^(?=.)(\\d{1,4}h)?(\\d{1,5}m(?!s))?(\\d{1,6}s)?(\\d{1,7}ms)?$",parentSchema:schema13.properties.timeout,data:data7};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
}
if(data.ephemeralStorage !== undefined){
let data8 = data.ephemeralStorage;
if((!(((typeof data8 == "number") && (!(data8 % 1) && !isNaN(data8))) && (isFinite(data8)))) && (data8 !== null)){
const err19 = {instancePath:instancePath+"/ephemeralStorage",schemaPath:"#/properties/ephemeralStorage/type",keyword:"type",params:{type: schema13.properties.ephemeralStorage.type},schema:schema13.properties.ephemeralStorage.type,parentSchema:schema13.properties.ephemeralStorage,data:data8};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
if((typeof data8 == "number") && (isFinite(data8))){
if(data8 > 32768 || isNaN(data8)){
const err20 = {instancePath:instancePath+"/ephemeralStorage",schemaPath:"#/properties/ephemeralStorage/maximum",keyword:"maximum",params:{comparison: "<=", limit: 32768},schema:32768,parentSchema:schema13.properties.ephemeralStorage,data:data8};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
if(data8 < 512 || isNaN(data8)){
const err21 = {instancePath:instancePath+"/ephemeralStorage",schemaPath:"#/properties/ephemeralStorage/minimum",keyword:"minimum",params:{comparison: ">=", limit: 512},schema:512,parentSchema:schema13.properties.ephemeralStorage,data:data8};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
}
if(data.environment !== undefined){
let data9 = data.environment;
if((!(data9 && typeof data9 == "object" && !Array.isArray(data9))) && (data9 !== null)){
const err22 = {instancePath:instancePath+"/environment",schemaPath:"#/properties/environment/type",keyword:"type",params:{type: schema13.properties.environment.type},schema:schema13.properties.environment.type,parentSchema:schema13.properties.environment,data:data9};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
if(data9 && typeof data9 == "object" && !Array.isArray(data9)){
for(const key1 in data9){
const _errs34 = errors;
if(typeof key1 === "string"){
if(!pattern7.test(key1)){
const err23 = {instancePath:instancePath+"/environment",schemaPath:"#/definitions/environmentKey/pattern",keyword:"pattern",params:{pattern: "^[a-zA-Z][a-zA-Z0-9_]+$"},schema:"^[a-zA-Z][a-zA-Z0-9_]+$",parentSchema:schema15,data:key1,propertyName:key1};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
else {
const err24 = {instancePath:instancePath+"/environment",schemaPath:"#/definitions/environmentKey/type",keyword:"type",params:{type: "string"},schema:schema15.type,parentSchema:schema15,data:key1,propertyName:key1};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
var valid2 = _errs34 === errors;
if(!valid2){
const err25 = {instancePath:instancePath+"/environment",schemaPath:"#/properties/environment/propertyNames",keyword:"propertyNames",params:{propertyName: key1},schema:schema13.properties.environment.propertyNames,parentSchema:schema13.properties.environment,data:data9};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
for(const key2 in data9){
let data10 = data9[key2];
if(typeof data10 !== "string"){
const err26 = {instancePath:instancePath+"/environment/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/environmentValue/type",keyword:"type",params:{type: "string"},schema:schema16.type,parentSchema:schema16,data:data10};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
}
}
if(data.plainSecrets !== undefined){
let data11 = data.plainSecrets;
if(Array.isArray(data11)){
const len0 = data11.length;
for(let i0=0; i0<len0; i0++){
let data12 = data11[i0];
if(typeof data12 === "string"){
if(!pattern7.test(data12)){
const err27 = {instancePath:instancePath+"/plainSecrets/" + i0,schemaPath:"#/properties/plainSecrets/items/pattern",keyword:"pattern",params:{pattern: "^[a-zA-Z][a-zA-Z0-9_]+$"},schema:"^[a-zA-Z][a-zA-Z0-9_]+$",parentSchema:schema13.properties.plainSecrets.items,data:data12};
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
const err28 = {instancePath:instancePath+"/plainSecrets/" + i0,schemaPath:"#/properties/plainSecrets/items/type",keyword:"type",params:{type: "string"},schema:schema13.properties.plainSecrets.items.type,parentSchema:schema13.properties.plainSecrets.items,data:data12};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
let i1 = data11.length;
let j0;
if(i1 > 1){
const indices0 = {};
for(;i1--;){
let item0 = data11[i1];
if(typeof item0 !== "string"){
continue;
}
if(typeof indices0[item0] == "number"){
j0 = indices0[item0];
const err29 = {instancePath:instancePath+"/plainSecrets",schemaPath:"#/properties/plainSecrets/uniqueItems",keyword:"uniqueItems",params:{i: i1, j: j0},schema:true,parentSchema:schema13.properties.plainSecrets,data:data11};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
break;
}
indices0[item0] = i1;
}
}
}
else {
const err30 = {instancePath:instancePath+"/plainSecrets",schemaPath:"#/properties/plainSecrets/type",keyword:"type",params:{type: "array"},schema:schema13.properties.plainSecrets.type,parentSchema:schema13.properties.plainSecrets,data:data11};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
if(data.role !== undefined){
if(!(validate12(data.role, {instancePath:instancePath+"/role",parentData:data,parentDataProperty:"role",rootData}))){
vErrors = vErrors === null ? validate12.errors : vErrors.concat(validate12.errors);
errors = vErrors.length;
}
}
if(data.description !== undefined){
let data14 = data.description;
if((typeof data14 !== "string") && (data14 !== null)){
const err31 = {instancePath:instancePath+"/description",schemaPath:"#/properties/description/type",keyword:"type",params:{type: schema13.properties.description.type},schema:schema13.properties.description.type,parentSchema:schema13.properties.description,data:data14};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
if(typeof data14 === "string"){
if(func3(data14) > 256){
const err32 = {instancePath:instancePath+"/description",schemaPath:"#/properties/description/maxLength",keyword:"maxLength",params:{limit: 256},schema:256,parentSchema:schema13.properties.description,data:data14};
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
if(data.layers !== undefined){
let data15 = data.layers;
if((!(Array.isArray(data15))) && (data15 !== null)){
const err33 = {instancePath:instancePath+"/layers",schemaPath:"#/properties/layers/type",keyword:"type",params:{type: schema13.properties.layers.type},schema:schema13.properties.layers.type,parentSchema:schema13.properties.layers,data:data15};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
if(Array.isArray(data15)){
if(data15.length > 5){
const err34 = {instancePath:instancePath+"/layers",schemaPath:"#/properties/layers/maxItems",keyword:"maxItems",params:{limit: 5},schema:5,parentSchema:schema13.properties.layers,data:data15};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
const len1 = data15.length;
for(let i2=0; i2<len1; i2++){
let data16 = data15[i2];
if(typeof data16 === "string"){
if(func3(data16) > 2048){
const err35 = {instancePath:instancePath+"/layers/" + i2,schemaPath:"#/properties/layers/items/maxLength",keyword:"maxLength",params:{limit: 2048},schema:2048,parentSchema:schema13.properties.layers.items,data:data16};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
if(!pattern19.test(data16)){
const err36 = {instancePath:instancePath+"/layers/" + i2,schemaPath:"#/properties/layers/items/pattern",keyword:"pattern",params:{pattern: "^([a-zA-Z0-9][a-zA-Z0-9_-]{0,63}|arn:(aws[a-zA-Z-]*)?:lambda:(eusc-)?[a-z]{2}(-gov|-iso[a-z]?)?-[a-z]+-\\d:\\d{12}:layer:[a-zA-Z0-9_-]{1,140}:\\d{1,19}|arn:[a-zA-Z0-9-]+:lambda:::awslayer:[a-zA-Z0-9_-]+)$"},schema:"^([a-zA-Z0-9][a-zA-Z0-9_-]{0,63}|arn:(aws[a-zA-Z-]*)?:lambda:(eusc-)?[a-z]{2}(-gov|-iso[a-z]?)?-[a-z]+-\\d:\\d{12}:layer:[a-zA-Z0-9_-]{1,140}:\\d{1,19}|arn:[a-zA-Z0-9-]+:lambda:::awslayer:[a-zA-Z0-9_-]+)$",parentSchema:schema13.properties.layers.items,data:data16};
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
const err37 = {instancePath:instancePath+"/layers/" + i2,schemaPath:"#/properties/layers/items/type",keyword:"type",params:{type: "string"},schema:schema13.properties.layers.items.type,parentSchema:schema13.properties.layers.items,data:data16};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
let i3 = data15.length;
let j1;
if(i3 > 1){
const indices1 = {};
for(;i3--;){
let item1 = data15[i3];
if(typeof item1 !== "string"){
continue;
}
if(typeof indices1[item1] == "number"){
j1 = indices1[item1];
const err38 = {instancePath:instancePath+"/layers",schemaPath:"#/properties/layers/uniqueItems",keyword:"uniqueItems",params:{i: i3, j: j1},schema:true,parentSchema:schema13.properties.layers,data:data15};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
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
let data17 = data.vpc;
if((!(data17 && typeof data17 == "object" && !Array.isArray(data17))) && (data17 !== null)){
const err39 = {instancePath:instancePath+"/vpc",schemaPath:"#/definitions/vpc/type",keyword:"type",params:{type: schema26.type},schema:schema26.type,parentSchema:schema26,data:data17};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
if(data17 && typeof data17 == "object" && !Array.isArray(data17)){
for(const key3 in data17){
if(!(((key3 === "subnetIds") || (key3 === "securityGroupIds")) || (key3 === "ipv6AllowedForDualStack"))){
const err40 = {instancePath:instancePath+"/vpc",schemaPath:"#/definitions/vpc/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3},schema:false,parentSchema:schema26,data:data17};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
}
if(data17.subnetIds !== undefined){
let data18 = data17.subnetIds;
if(Array.isArray(data18)){
if(data18.length > 16){
const err41 = {instancePath:instancePath+"/vpc/subnetIds",schemaPath:"#/definitions/vpc/properties/subnetIds/maxItems",keyword:"maxItems",params:{limit: 16},schema:16,parentSchema:schema26.properties.subnetIds,data:data18};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
if(data18.length < 1){
const err42 = {instancePath:instancePath+"/vpc/subnetIds",schemaPath:"#/definitions/vpc/properties/subnetIds/minItems",keyword:"minItems",params:{limit: 1},schema:1,parentSchema:schema26.properties.subnetIds,data:data18};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
const len2 = data18.length;
for(let i4=0; i4<len2; i4++){
let data19 = data18[i4];
if(typeof data19 === "string"){
if(!pattern20.test(data19)){
const err43 = {instancePath:instancePath+"/vpc/subnetIds/" + i4,schemaPath:"#/definitions/vpc/properties/subnetIds/items/pattern",keyword:"pattern",params:{pattern: "^subnet-[0-9a-z]{1,64}$"},schema:"^subnet-[0-9a-z]{1,64}$",parentSchema:schema26.properties.subnetIds.items,data:data19};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
}
else {
const err44 = {instancePath:instancePath+"/vpc/subnetIds/" + i4,schemaPath:"#/definitions/vpc/properties/subnetIds/items/type",keyword:"type",params:{type: "string"},schema:schema26.properties.subnetIds.items.type,parentSchema:schema26.properties.subnetIds.items,data:data19};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
}
let i5 = data18.length;
let j2;
if(i5 > 1){
const indices2 = {};
for(;i5--;){
let item2 = data18[i5];
if(typeof item2 !== "string"){
continue;
}
if(typeof indices2[item2] == "number"){
j2 = indices2[item2];
const err45 = {instancePath:instancePath+"/vpc/subnetIds",schemaPath:"#/definitions/vpc/properties/subnetIds/uniqueItems",keyword:"uniqueItems",params:{i: i5, j: j2},schema:true,parentSchema:schema26.properties.subnetIds,data:data18};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
break;
}
indices2[item2] = i5;
}
}
}
else {
const err46 = {instancePath:instancePath+"/vpc/subnetIds",schemaPath:"#/definitions/vpc/properties/subnetIds/type",keyword:"type",params:{type: "array"},schema:schema26.properties.subnetIds.type,parentSchema:schema26.properties.subnetIds,data:data18};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
}
if(data17.securityGroupIds !== undefined){
let data20 = data17.securityGroupIds;
if(Array.isArray(data20)){
if(data20.length > 5){
const err47 = {instancePath:instancePath+"/vpc/securityGroupIds",schemaPath:"#/definitions/vpc/properties/securityGroupIds/maxItems",keyword:"maxItems",params:{limit: 5},schema:5,parentSchema:schema26.properties.securityGroupIds,data:data20};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
if(data20.length < 1){
const err48 = {instancePath:instancePath+"/vpc/securityGroupIds",schemaPath:"#/definitions/vpc/properties/securityGroupIds/minItems",keyword:"minItems",params:{limit: 1},schema:1,parentSchema:schema26.properties.securityGroupIds,data:data20};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
const len3 = data20.length;
for(let i6=0; i6<len3; i6++){
let data21 = data20[i6];
if(typeof data21 === "string"){
if(!pattern21.test(data21)){
const err49 = {instancePath:instancePath+"/vpc/securityGroupIds/" + i6,schemaPath:"#/definitions/vpc/properties/securityGroupIds/items/pattern",keyword:"pattern",params:{pattern: "^sg-[0-9a-zA-Z]{1,64}$"},schema:"^sg-[0-9a-zA-Z]{1,64}$",parentSchema:schema26.properties.securityGroupIds.items,data:data21};
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
const err50 = {instancePath:instancePath+"/vpc/securityGroupIds/" + i6,schemaPath:"#/definitions/vpc/properties/securityGroupIds/items/type",keyword:"type",params:{type: "string"},schema:schema26.properties.securityGroupIds.items.type,parentSchema:schema26.properties.securityGroupIds.items,data:data21};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
}
let i7 = data20.length;
let j3;
if(i7 > 1){
const indices3 = {};
for(;i7--;){
let item3 = data20[i7];
if(typeof item3 !== "string"){
continue;
}
if(typeof indices3[item3] == "number"){
j3 = indices3[item3];
const err51 = {instancePath:instancePath+"/vpc/securityGroupIds",schemaPath:"#/definitions/vpc/properties/securityGroupIds/uniqueItems",keyword:"uniqueItems",params:{i: i7, j: j3},schema:true,parentSchema:schema26.properties.securityGroupIds,data:data20};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
break;
}
indices3[item3] = i7;
}
}
}
else {
const err52 = {instancePath:instancePath+"/vpc/securityGroupIds",schemaPath:"#/definitions/vpc/properties/securityGroupIds/type",keyword:"type",params:{type: "array"},schema:schema26.properties.securityGroupIds.type,parentSchema:schema26.properties.securityGroupIds,data:data20};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
}
if(data17.ipv6AllowedForDualStack !== undefined){
let data22 = data17.ipv6AllowedForDualStack;
if(typeof data22 !== "boolean"){
const err53 = {instancePath:instancePath+"/vpc/ipv6AllowedForDualStack",schemaPath:"#/definitions/vpc/properties/ipv6AllowedForDualStack/type",keyword:"type",params:{type: "boolean"},schema:schema26.properties.ipv6AllowedForDualStack.type,parentSchema:schema26.properties.ipv6AllowedForDualStack,data:data22};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
}
}
}
if(data.fileSystem !== undefined){
if(!(validate24(data.fileSystem, {instancePath:instancePath+"/fileSystem",parentData:data,parentDataProperty:"fileSystem",rootData}))){
vErrors = vErrors === null ? validate24.errors : vErrors.concat(validate24.errors);
errors = vErrors.length;
}
}
if(data.deadLetterQueue !== undefined){
let data24 = data.deadLetterQueue;
if((typeof data24 !== "string") && (data24 !== null)){
const err54 = {instancePath:instancePath+"/deadLetterQueue",schemaPath:"#/properties/deadLetterQueue/type",keyword:"type",params:{type: schema13.properties.deadLetterQueue.type},schema:schema13.properties.deadLetterQueue.type,parentSchema:schema13.properties.deadLetterQueue,data:data24};
if(vErrors === null){
vErrors = [err54];
}
else {
vErrors.push(err54);
}
errors++;
}
if(typeof data24 === "string"){
if(!pattern24.test(data24)){
const err55 = {instancePath:instancePath+"/deadLetterQueue",schemaPath:"#/properties/deadLetterQueue/pattern",keyword:"pattern",params:{pattern: "^arn:aws[a-zA-Z-]*:(sqs|sns):(eusc-)?[a-z]{2}(-gov|-iso[a-z]?)?-[a-z]+-\\d:\\d{12}:[a-zA-Z0-9_-]{1,256}(\\.fifo)?$"},schema:"^arn:aws[a-zA-Z-]*:(sqs|sns):(eusc-)?[a-z]{2}(-gov|-iso[a-z]?)?-[a-z]+-\\d:\\d{12}:[a-zA-Z0-9_-]{1,256}(\\.fifo)?$",parentSchema:schema13.properties.deadLetterQueue,data:data24};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
}
errors++;
}
}
}
if(data.kmsKey !== undefined){
let data25 = data.kmsKey;
if((typeof data25 !== "string") && (data25 !== null)){
const err56 = {instancePath:instancePath+"/kmsKey",schemaPath:"#/definitions/kmsKey/type",keyword:"type",params:{type: schema29.type},schema:schema29.type,parentSchema:schema29,data:data25};
if(vErrors === null){
vErrors = [err56];
}
else {
vErrors.push(err56);
}
errors++;
}
if(typeof data25 === "string"){
if(!pattern25.test(data25)){
const err57 = {instancePath:instancePath+"/kmsKey",schemaPath:"#/definitions/kmsKey/pattern",keyword:"pattern",params:{pattern: "^arn:aws[a-zA-Z-]*:kms:(eusc-)?[a-z]{2}(-gov|-iso[a-z]?)?-[a-z]+-\\d:\\d{12}:(key|alias)/[a-zA-Z0-9/_-]{1,256}$"},schema:"^arn:aws[a-zA-Z-]*:kms:(eusc-)?[a-z]{2}(-gov|-iso[a-z]?)?-[a-z]+-\\d:\\d{12}:(key|alias)/[a-zA-Z0-9/_-]{1,256}$",parentSchema:schema29,data:data25};
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
if(data.tracing !== undefined){
let data26 = data.tracing;
if((typeof data26 !== "string") && (data26 !== null)){
const err58 = {instancePath:instancePath+"/tracing",schemaPath:"#/properties/tracing/type",keyword:"type",params:{type: schema13.properties.tracing.type},schema:schema13.properties.tracing.type,parentSchema:schema13.properties.tracing,data:data26};
if(vErrors === null){
vErrors = [err58];
}
else {
vErrors.push(err58);
}
errors++;
}
if(!(((data26 === "Active") || (data26 === "PassThrough")) || (data26 === null))){
const err59 = {instancePath:instancePath+"/tracing",schemaPath:"#/properties/tracing/enum",keyword:"enum",params:{allowedValues: schema13.properties.tracing.enum},schema:schema13.properties.tracing.enum,parentSchema:schema13.properties.tracing,data:data26};
if(vErrors === null){
vErrors = [err59];
}
else {
vErrors.push(err59);
}
errors++;
}
}
if(data.snapStart !== undefined){
let data27 = data.snapStart;
if((typeof data27 !== "string") && (data27 !== null)){
const err60 = {instancePath:instancePath+"/snapStart",schemaPath:"#/properties/snapStart/type",keyword:"type",params:{type: schema13.properties.snapStart.type},schema:schema13.properties.snapStart.type,parentSchema:schema13.properties.snapStart,data:data27};
if(vErrors === null){
vErrors = [err60];
}
else {
vErrors.push(err60);
}
errors++;
}
if(!(((data27 === "PublishedVersions") || (data27 === "None")) || (data27 === null))){
const err61 = {instancePath:instancePath+"/snapStart",schemaPath:"#/properties/snapStart/enum",keyword:"enum",params:{allowedValues: schema13.properties.snapStart.enum},schema:schema13.properties.snapStart.enum,parentSchema:schema13.properties.snapStart,data:data27};
if(vErrors === null){
vErrors = [err61];
}
else {
vErrors.push(err61);
}
errors++;
}
}
if(data.logging !== undefined){
let data28 = data.logging;
if((!(data28 && typeof data28 == "object" && !Array.isArray(data28))) && (data28 !== null)){
const err62 = {instancePath:instancePath+"/logging",schemaPath:"#/definitions/logging/type",keyword:"type",params:{type: schema30.type},schema:schema30.type,parentSchema:schema30,data:data28};
if(vErrors === null){
vErrors = [err62];
}
else {
vErrors.push(err62);
}
errors++;
}
if(data28 && typeof data28 == "object" && !Array.isArray(data28)){
for(const key4 in data28){
if(!(((((key4 === "format") || (key4 === "applicationLogLevel")) || (key4 === "systemLogLevel")) || (key4 === "group")) || (key4 === "retentionInDays"))){
const err63 = {instancePath:instancePath+"/logging",schemaPath:"#/definitions/logging/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key4},schema:false,parentSchema:schema30,data:data28};
if(vErrors === null){
vErrors = [err63];
}
else {
vErrors.push(err63);
}
errors++;
}
}
if(data28.format !== undefined){
let data29 = data28.format;
if((typeof data29 !== "string") && (data29 !== null)){
const err64 = {instancePath:instancePath+"/logging/format",schemaPath:"#/definitions/logging/properties/format/type",keyword:"type",params:{type: schema30.properties.format.type},schema:schema30.properties.format.type,parentSchema:schema30.properties.format,data:data29};
if(vErrors === null){
vErrors = [err64];
}
else {
vErrors.push(err64);
}
errors++;
}
if(!(((data29 === "Text") || (data29 === "JSON")) || (data29 === null))){
const err65 = {instancePath:instancePath+"/logging/format",schemaPath:"#/definitions/logging/properties/format/enum",keyword:"enum",params:{allowedValues: schema30.properties.format.enum},schema:schema30.properties.format.enum,parentSchema:schema30.properties.format,data:data29};
if(vErrors === null){
vErrors = [err65];
}
else {
vErrors.push(err65);
}
errors++;
}
}
if(data28.applicationLogLevel !== undefined){
let data30 = data28.applicationLogLevel;
if((typeof data30 !== "string") && (data30 !== null)){
const err66 = {instancePath:instancePath+"/logging/applicationLogLevel",schemaPath:"#/definitions/logging/properties/applicationLogLevel/type",keyword:"type",params:{type: schema30.properties.applicationLogLevel.type},schema:schema30.properties.applicationLogLevel.type,parentSchema:schema30.properties.applicationLogLevel,data:data30};
if(vErrors === null){
vErrors = [err66];
}
else {
vErrors.push(err66);
}
errors++;
}
if(!(((((((data30 === "TRACE") || (data30 === "DEBUG")) || (data30 === "INFO")) || (data30 === "WARN")) || (data30 === "ERROR")) || (data30 === "FATAL")) || (data30 === null))){
const err67 = {instancePath:instancePath+"/logging/applicationLogLevel",schemaPath:"#/definitions/logging/properties/applicationLogLevel/enum",keyword:"enum",params:{allowedValues: schema30.properties.applicationLogLevel.enum},schema:schema30.properties.applicationLogLevel.enum,parentSchema:schema30.properties.applicationLogLevel,data:data30};
if(vErrors === null){
vErrors = [err67];
}
else {
vErrors.push(err67);
}
errors++;
}
}
if(data28.systemLogLevel !== undefined){
let data31 = data28.systemLogLevel;
if((typeof data31 !== "string") && (data31 !== null)){
const err68 = {instancePath:instancePath+"/logging/systemLogLevel",schemaPath:"#/definitions/logging/properties/systemLogLevel/type",keyword:"type",params:{type: schema30.properties.systemLogLevel.type},schema:schema30.properties.systemLogLevel.type,parentSchema:schema30.properties.systemLogLevel,data:data31};
if(vErrors === null){
vErrors = [err68];
}
else {
vErrors.push(err68);
}
errors++;
}
if(!((((data31 === "DEBUG") || (data31 === "INFO")) || (data31 === "WARN")) || (data31 === null))){
const err69 = {instancePath:instancePath+"/logging/systemLogLevel",schemaPath:"#/definitions/logging/properties/systemLogLevel/enum",keyword:"enum",params:{allowedValues: schema30.properties.systemLogLevel.enum},schema:schema30.properties.systemLogLevel.enum,parentSchema:schema30.properties.systemLogLevel,data:data31};
if(vErrors === null){
vErrors = [err69];
}
else {
vErrors.push(err69);
}
errors++;
}
}
if(data28.group !== undefined){
let data32 = data28.group;
if((typeof data32 !== "string") && (data32 !== null)){
const err70 = {instancePath:instancePath+"/logging/group",schemaPath:"#/definitions/logging/properties/group/type",keyword:"type",params:{type: schema30.properties.group.type},schema:schema30.properties.group.type,parentSchema:schema30.properties.group,data:data32};
if(vErrors === null){
vErrors = [err70];
}
else {
vErrors.push(err70);
}
errors++;
}
if(typeof data32 === "string"){
if(!pattern26.test(data32)){
const err71 = {instancePath:instancePath+"/logging/group",schemaPath:"#/definitions/logging/properties/group/pattern",keyword:"pattern",params:{pattern: "^[.\\-_/#A-Za-z0-9]{1,512}$"},schema:"^[.\\-_/#A-Za-z0-9]{1,512}$",parentSchema:schema30.properties.group,data:data32};
if(vErrors === null){
vErrors = [err71];
}
else {
vErrors.push(err71);
}
errors++;
}
}
}
if(data28.retentionInDays !== undefined){
let data33 = data28.retentionInDays;
if((!(((typeof data33 == "number") && (!(data33 % 1) && !isNaN(data33))) && (isFinite(data33)))) && (data33 !== null)){
const err72 = {instancePath:instancePath+"/logging/retentionInDays",schemaPath:"#/definitions/logging/properties/retentionInDays/type",keyword:"type",params:{type: schema30.properties.retentionInDays.type},schema:schema30.properties.retentionInDays.type,parentSchema:schema30.properties.retentionInDays,data:data33};
if(vErrors === null){
vErrors = [err72];
}
else {
vErrors.push(err72);
}
errors++;
}
if(!(((((((((((((((((((((((data33 === 1) || (data33 === 3)) || (data33 === 5)) || (data33 === 7)) || (data33 === 14)) || (data33 === 30)) || (data33 === 60)) || (data33 === 90)) || (data33 === 120)) || (data33 === 150)) || (data33 === 180)) || (data33 === 365)) || (data33 === 400)) || (data33 === 545)) || (data33 === 731)) || (data33 === 1096)) || (data33 === 1827)) || (data33 === 2192)) || (data33 === 2557)) || (data33 === 2922)) || (data33 === 3288)) || (data33 === 3653)) || (data33 === null))){
const err73 = {instancePath:instancePath+"/logging/retentionInDays",schemaPath:"#/definitions/logging/properties/retentionInDays/enum",keyword:"enum",params:{allowedValues: schema30.properties.retentionInDays.enum},schema:schema30.properties.retentionInDays.enum,parentSchema:schema30.properties.retentionInDays,data:data33};
if(vErrors === null){
vErrors = [err73];
}
else {
vErrors.push(err73);
}
errors++;
}
}
}
}
if(data.imageConfig !== undefined){
if(!(validate26(data.imageConfig, {instancePath:instancePath+"/imageConfig",parentData:data,parentDataProperty:"imageConfig",rootData}))){
vErrors = vErrors === null ? validate26.errors : vErrors.concat(validate26.errors);
errors = vErrors.length;
}
}
if(data.durable !== undefined){
if(!(validate28(data.durable, {instancePath:instancePath+"/durable",parentData:data,parentDataProperty:"durable",rootData}))){
vErrors = vErrors === null ? validate28.errors : vErrors.concat(validate28.errors);
errors = vErrors.length;
}
}
if(data.tags !== undefined){
let data36 = data.tags;
if((!(data36 && typeof data36 == "object" && !Array.isArray(data36))) && (data36 !== null)){
const err74 = {instancePath:instancePath+"/tags",schemaPath:"#/properties/tags/type",keyword:"type",params:{type: schema13.properties.tags.type},schema:schema13.properties.tags.type,parentSchema:schema13.properties.tags,data:data36};
if(vErrors === null){
vErrors = [err74];
}
else {
vErrors.push(err74);
}
errors++;
}
if(data36 && typeof data36 == "object" && !Array.isArray(data36)){
if(Object.keys(data36).length > 47){
const err75 = {instancePath:instancePath+"/tags",schemaPath:"#/properties/tags/maxProperties",keyword:"maxProperties",params:{limit: 47},schema:47,parentSchema:schema13.properties.tags,data:data36};
if(vErrors === null){
vErrors = [err75];
}
else {
vErrors.push(err75);
}
errors++;
}
for(const key5 in data36){
const _errs118 = errors;
if(typeof key5 === "string"){
if(func3(key5) > 128){
const err76 = {instancePath:instancePath+"/tags",schemaPath:"#/definitions/tagKey/maxLength",keyword:"maxLength",params:{limit: 128},schema:128,parentSchema:schema37,data:key5,propertyName:key5};
if(vErrors === null){
vErrors = [err76];
}
else {
vErrors.push(err76);
}
errors++;
}
if(func3(key5) < 1){
const err77 = {instancePath:instancePath+"/tags",schemaPath:"#/definitions/tagKey/minLength",keyword:"minLength",params:{limit: 1},schema:1,parentSchema:schema37,data:key5,propertyName:key5};
if(vErrors === null){
vErrors = [err77];
}
else {
vErrors.push(err77);
}
errors++;
}
if(!pattern29.test(key5)){
const err78 = {instancePath:instancePath+"/tags",schemaPath:"#/definitions/tagKey/pattern",keyword:"pattern",params:{pattern: "^[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*$"},schema:"^[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*$",parentSchema:schema37,data:key5,propertyName:key5};
if(vErrors === null){
vErrors = [err78];
}
else {
vErrors.push(err78);
}
errors++;
}
}
else {
const err79 = {instancePath:instancePath+"/tags",schemaPath:"#/definitions/tagKey/type",keyword:"type",params:{type: "string"},schema:schema37.type,parentSchema:schema37,data:key5,propertyName:key5};
if(vErrors === null){
vErrors = [err79];
}
else {
vErrors.push(err79);
}
errors++;
}
var valid23 = _errs118 === errors;
if(!valid23){
const err80 = {instancePath:instancePath+"/tags",schemaPath:"#/properties/tags/propertyNames",keyword:"propertyNames",params:{propertyName: key5},schema:schema13.properties.tags.propertyNames,parentSchema:schema13.properties.tags,data:data36};
if(vErrors === null){
vErrors = [err80];
}
else {
vErrors.push(err80);
}
errors++;
}
}
for(const key6 in data36){
let data37 = data36[key6];
if(typeof data37 === "string"){
if(func3(data37) > 256){
const err81 = {instancePath:instancePath+"/tags/" + key6.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/tagValue/maxLength",keyword:"maxLength",params:{limit: 256},schema:256,parentSchema:schema38,data:data37};
if(vErrors === null){
vErrors = [err81];
}
else {
vErrors.push(err81);
}
errors++;
}
if(!pattern29.test(data37)){
const err82 = {instancePath:instancePath+"/tags/" + key6.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/tagValue/pattern",keyword:"pattern",params:{pattern: "^[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*$"},schema:"^[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*$",parentSchema:schema38,data:data37};
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
const err83 = {instancePath:instancePath+"/tags/" + key6.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/tagValue/type",keyword:"type",params:{type: "string"},schema:schema38.type,parentSchema:schema38,data:data37};
if(vErrors === null){
vErrors = [err83];
}
else {
vErrors.push(err83);
}
errors++;
}
}
}
}
if(data.reservedConcurrency !== undefined){
let data38 = data.reservedConcurrency;
if((!(((typeof data38 == "number") && (!(data38 % 1) && !isNaN(data38))) && (isFinite(data38)))) && (data38 !== null)){
const err84 = {instancePath:instancePath+"/reservedConcurrency",schemaPath:"#/properties/reservedConcurrency/type",keyword:"type",params:{type: schema13.properties.reservedConcurrency.type},schema:schema13.properties.reservedConcurrency.type,parentSchema:schema13.properties.reservedConcurrency,data:data38};
if(vErrors === null){
vErrors = [err84];
}
else {
vErrors.push(err84);
}
errors++;
}
if((typeof data38 == "number") && (isFinite(data38))){
if(data38 > 1000000 || isNaN(data38)){
const err85 = {instancePath:instancePath+"/reservedConcurrency",schemaPath:"#/properties/reservedConcurrency/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000},schema:1000000,parentSchema:schema13.properties.reservedConcurrency,data:data38};
if(vErrors === null){
vErrors = [err85];
}
else {
vErrors.push(err85);
}
errors++;
}
if(data38 < 0 || isNaN(data38)){
const err86 = {instancePath:instancePath+"/reservedConcurrency",schemaPath:"#/properties/reservedConcurrency/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},schema:0,parentSchema:schema13.properties.reservedConcurrency,data:data38};
if(vErrors === null){
vErrors = [err86];
}
else {
vErrors.push(err86);
}
errors++;
}
}
}
if(data.recursion !== undefined){
let data39 = data.recursion;
if((typeof data39 !== "string") && (data39 !== null)){
const err87 = {instancePath:instancePath+"/recursion",schemaPath:"#/properties/recursion/type",keyword:"type",params:{type: schema13.properties.recursion.type},schema:schema13.properties.recursion.type,parentSchema:schema13.properties.recursion,data:data39};
if(vErrors === null){
vErrors = [err87];
}
else {
vErrors.push(err87);
}
errors++;
}
if(!(((data39 === "Allow") || (data39 === "Terminate")) || (data39 === null))){
const err88 = {instancePath:instancePath+"/recursion",schemaPath:"#/properties/recursion/enum",keyword:"enum",params:{allowedValues: schema13.properties.recursion.enum},schema:schema13.properties.recursion.enum,parentSchema:schema13.properties.recursion,data:data39};
if(vErrors === null){
vErrors = [err88];
}
else {
vErrors.push(err88);
}
errors++;
}
}
if(data.codeSigning !== undefined){
let data40 = data.codeSigning;
if((typeof data40 !== "string") && (data40 !== null)){
const err89 = {instancePath:instancePath+"/codeSigning",schemaPath:"#/properties/codeSigning/type",keyword:"type",params:{type: schema13.properties.codeSigning.type},schema:schema13.properties.codeSigning.type,parentSchema:schema13.properties.codeSigning,data:data40};
if(vErrors === null){
vErrors = [err89];
}
else {
vErrors.push(err89);
}
errors++;
}
if(typeof data40 === "string"){
if(!pattern31.test(data40)){
const err90 = {instancePath:instancePath+"/codeSigning",schemaPath:"#/properties/codeSigning/pattern",keyword:"pattern",params:{pattern: "^arn:(aws[a-zA-Z-]*)?:lambda:(eusc-)?[a-z]{2}(-gov|-iso[a-z]?)?-[a-z]+-\\d:\\d{12}:code-signing-config:csc-[a-z0-9]{17}$"},schema:"^arn:(aws[a-zA-Z-]*)?:lambda:(eusc-)?[a-z]{2}(-gov|-iso[a-z]?)?-[a-z]+-\\d:\\d{12}:code-signing-config:csc-[a-z0-9]{17}$",parentSchema:schema13.properties.codeSigning,data:data40};
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
if(data.runtimeManagement !== undefined){
if(!(validate30(data.runtimeManagement, {instancePath:instancePath+"/runtimeManagement",parentData:data,parentDataProperty:"runtimeManagement",rootData}))){
vErrors = vErrors === null ? validate30.errors : vErrors.concat(validate30.errors);
errors = vErrors.length;
}
}
if(data.packageType !== undefined){
let data42 = data.packageType;
if(typeof data42 !== "string"){
const err91 = {instancePath:instancePath+"/packageType",schemaPath:"#/properties/packageType/type",keyword:"type",params:{type: "string"},schema:schema13.properties.packageType.type,parentSchema:schema13.properties.packageType,data:data42};
if(vErrors === null){
vErrors = [err91];
}
else {
vErrors.push(err91);
}
errors++;
}
if(!((data42 === "Zip") || (data42 === "Image"))){
const err92 = {instancePath:instancePath+"/packageType",schemaPath:"#/properties/packageType/enum",keyword:"enum",params:{allowedValues: schema13.properties.packageType.enum},schema:schema13.properties.packageType.enum,parentSchema:schema13.properties.packageType,data:data42};
if(vErrors === null){
vErrors = [err92];
}
else {
vErrors.push(err92);
}
errors++;
}
}
if(data.tenancy !== undefined){
let data43 = data.tenancy;
if(typeof data43 !== "string"){
const err93 = {instancePath:instancePath+"/tenancy",schemaPath:"#/properties/tenancy/type",keyword:"type",params:{type: "string"},schema:schema13.properties.tenancy.type,parentSchema:schema13.properties.tenancy,data:data43};
if(vErrors === null){
vErrors = [err93];
}
else {
vErrors.push(err93);
}
errors++;
}
if(!(data43 === "PER_TENANT")){
const err94 = {instancePath:instancePath+"/tenancy",schemaPath:"#/properties/tenancy/enum",keyword:"enum",params:{allowedValues: schema13.properties.tenancy.enum},schema:schema13.properties.tenancy.enum,parentSchema:schema13.properties.tenancy,data:data43};
if(vErrors === null){
vErrors = [err94];
}
else {
vErrors.push(err94);
}
errors++;
}
}
if(data.capacityProvider !== undefined){
let data44 = data.capacityProvider;
if((!(data44 && typeof data44 == "object" && !Array.isArray(data44))) && (data44 !== null)){
const err95 = {instancePath:instancePath+"/capacityProvider",schemaPath:"#/definitions/capacityProvider/type",keyword:"type",params:{type: schema42.type},schema:schema42.type,parentSchema:schema42,data:data44};
if(vErrors === null){
vErrors = [err95];
}
else {
vErrors.push(err95);
}
errors++;
}
if(data44 && typeof data44 == "object" && !Array.isArray(data44)){
for(const key7 in data44){
if(!(((key7 === "arn") || (key7 === "perExecutionEnvironmentMaxConcurrency")) || (key7 === "executionEnvironmentMemoryGiBPerVCpu"))){
const err96 = {instancePath:instancePath+"/capacityProvider",schemaPath:"#/definitions/capacityProvider/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key7},schema:false,parentSchema:schema42,data:data44};
if(vErrors === null){
vErrors = [err96];
}
else {
vErrors.push(err96);
}
errors++;
}
}
if(data44.arn !== undefined){
let data45 = data44.arn;
if(typeof data45 === "string"){
if(func3(data45) > 140){
const err97 = {instancePath:instancePath+"/capacityProvider/arn",schemaPath:"#/definitions/capacityProvider/properties/arn/maxLength",keyword:"maxLength",params:{limit: 140},schema:140,parentSchema:schema42.properties.arn,data:data45};
if(vErrors === null){
vErrors = [err97];
}
else {
vErrors.push(err97);
}
errors++;
}
if(!pattern33.test(data45)){
const err98 = {instancePath:instancePath+"/capacityProvider/arn",schemaPath:"#/definitions/capacityProvider/properties/arn/pattern",keyword:"pattern",params:{pattern: "^arn:aws[a-zA-Z-]*:lambda:(eusc-)?[a-z]{2}(-gov|-iso[a-z]?)?-[a-z]+-\\d:\\d{12}:capacity-provider:[a-zA-Z0-9_-]+$"},schema:"^arn:aws[a-zA-Z-]*:lambda:(eusc-)?[a-z]{2}(-gov|-iso[a-z]?)?-[a-z]+-\\d:\\d{12}:capacity-provider:[a-zA-Z0-9_-]+$",parentSchema:schema42.properties.arn,data:data45};
if(vErrors === null){
vErrors = [err98];
}
else {
vErrors.push(err98);
}
errors++;
}
}
else {
const err99 = {instancePath:instancePath+"/capacityProvider/arn",schemaPath:"#/definitions/capacityProvider/properties/arn/type",keyword:"type",params:{type: "string"},schema:schema42.properties.arn.type,parentSchema:schema42.properties.arn,data:data45};
if(vErrors === null){
vErrors = [err99];
}
else {
vErrors.push(err99);
}
errors++;
}
}
if(data44.perExecutionEnvironmentMaxConcurrency !== undefined){
let data46 = data44.perExecutionEnvironmentMaxConcurrency;
if((!(((typeof data46 == "number") && (!(data46 % 1) && !isNaN(data46))) && (isFinite(data46)))) && (data46 !== null)){
const err100 = {instancePath:instancePath+"/capacityProvider/perExecutionEnvironmentMaxConcurrency",schemaPath:"#/definitions/capacityProvider/properties/perExecutionEnvironmentMaxConcurrency/type",keyword:"type",params:{type: schema42.properties.perExecutionEnvironmentMaxConcurrency.type},schema:schema42.properties.perExecutionEnvironmentMaxConcurrency.type,parentSchema:schema42.properties.perExecutionEnvironmentMaxConcurrency,data:data46};
if(vErrors === null){
vErrors = [err100];
}
else {
vErrors.push(err100);
}
errors++;
}
if((typeof data46 == "number") && (isFinite(data46))){
if(data46 > 1600 || isNaN(data46)){
const err101 = {instancePath:instancePath+"/capacityProvider/perExecutionEnvironmentMaxConcurrency",schemaPath:"#/definitions/capacityProvider/properties/perExecutionEnvironmentMaxConcurrency/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1600},schema:1600,parentSchema:schema42.properties.perExecutionEnvironmentMaxConcurrency,data:data46};
if(vErrors === null){
vErrors = [err101];
}
else {
vErrors.push(err101);
}
errors++;
}
if(data46 < 1 || isNaN(data46)){
const err102 = {instancePath:instancePath+"/capacityProvider/perExecutionEnvironmentMaxConcurrency",schemaPath:"#/definitions/capacityProvider/properties/perExecutionEnvironmentMaxConcurrency/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},schema:1,parentSchema:schema42.properties.perExecutionEnvironmentMaxConcurrency,data:data46};
if(vErrors === null){
vErrors = [err102];
}
else {
vErrors.push(err102);
}
errors++;
}
}
}
if(data44.executionEnvironmentMemoryGiBPerVCpu !== undefined){
let data47 = data44.executionEnvironmentMemoryGiBPerVCpu;
if((!((typeof data47 == "number") && (isFinite(data47)))) && (data47 !== null)){
const err103 = {instancePath:instancePath+"/capacityProvider/executionEnvironmentMemoryGiBPerVCpu",schemaPath:"#/definitions/capacityProvider/properties/executionEnvironmentMemoryGiBPerVCpu/type",keyword:"type",params:{type: schema42.properties.executionEnvironmentMemoryGiBPerVCpu.type},schema:schema42.properties.executionEnvironmentMemoryGiBPerVCpu.type,parentSchema:schema42.properties.executionEnvironmentMemoryGiBPerVCpu,data:data47};
if(vErrors === null){
vErrors = [err103];
}
else {
vErrors.push(err103);
}
errors++;
}
if((typeof data47 == "number") && (isFinite(data47))){
if(data47 > 8 || isNaN(data47)){
const err104 = {instancePath:instancePath+"/capacityProvider/executionEnvironmentMemoryGiBPerVCpu",schemaPath:"#/definitions/capacityProvider/properties/executionEnvironmentMemoryGiBPerVCpu/maximum",keyword:"maximum",params:{comparison: "<=", limit: 8},schema:8,parentSchema:schema42.properties.executionEnvironmentMemoryGiBPerVCpu,data:data47};
if(vErrors === null){
vErrors = [err104];
}
else {
vErrors.push(err104);
}
errors++;
}
if(data47 < 2 || isNaN(data47)){
const err105 = {instancePath:instancePath+"/capacityProvider/executionEnvironmentMemoryGiBPerVCpu",schemaPath:"#/definitions/capacityProvider/properties/executionEnvironmentMemoryGiBPerVCpu/minimum",keyword:"minimum",params:{comparison: ">=", limit: 2},schema:2,parentSchema:schema42.properties.executionEnvironmentMemoryGiBPerVCpu,data:data47};
if(vErrors === null){
vErrors = [err105];
}
else {
vErrors.push(err105);
}
errors++;
}
}
}
}
}
if(data.manage !== undefined){
let data48 = data.manage;
if(typeof data48 !== "string"){
const err106 = {instancePath:instancePath+"/manage",schemaPath:"#/properties/manage/type",keyword:"type",params:{type: "string"},schema:schema13.properties.manage.type,parentSchema:schema13.properties.manage,data:data48};
if(vErrors === null){
vErrors = [err106];
}
else {
vErrors.push(err106);
}
errors++;
}
if(!((data48 === "all") || (data48 === "release"))){
const err107 = {instancePath:instancePath+"/manage",schemaPath:"#/properties/manage/enum",keyword:"enum",params:{allowedValues: schema13.properties.manage.enum},schema:schema13.properties.manage.enum,parentSchema:schema13.properties.manage,data:data48};
if(vErrors === null){
vErrors = [err107];
}
else {
vErrors.push(err107);
}
errors++;
}
}
if(data.alias !== undefined){
let data49 = data.alias;
if(typeof data49 === "string"){
if(!pattern34.test(data49)){
const err108 = {instancePath:instancePath+"/alias",schemaPath:"#/properties/alias/pattern",keyword:"pattern",params:{pattern: "^(?!\\d+$)[a-zA-Z0-9_-]{1,128}$"},schema:"^(?!\\d+$)[a-zA-Z0-9_-]{1,128}$",parentSchema:schema13.properties.alias,data:data49};
if(vErrors === null){
vErrors = [err108];
}
else {
vErrors.push(err108);
}
errors++;
}
}
else {
const err109 = {instancePath:instancePath+"/alias",schemaPath:"#/properties/alias/type",keyword:"type",params:{type: "string"},schema:schema13.properties.alias.type,parentSchema:schema13.properties.alias,data:data49};
if(vErrors === null){
vErrors = [err109];
}
else {
vErrors.push(err109);
}
errors++;
}
}
if(data.alarms !== undefined){
if(!(validate32(data.alarms, {instancePath:instancePath+"/alarms",parentData:data,parentDataProperty:"alarms",rootData}))){
vErrors = vErrors === null ? validate32.errors : vErrors.concat(validate32.errors);
errors = vErrors.length;
}
}
if(data.hooks !== undefined){
if(!(validate42(data.hooks, {instancePath:instancePath+"/hooks",parentData:data,parentDataProperty:"hooks",rootData}))){
vErrors = vErrors === null ? validate42.errors : vErrors.concat(validate42.errors);
errors = vErrors.length;
}
}
if(data.provisionedConcurrency !== undefined){
let data52 = data.provisionedConcurrency;
if((!(((typeof data52 == "number") && (!(data52 % 1) && !isNaN(data52))) && (isFinite(data52)))) && (data52 !== null)){
const err110 = {instancePath:instancePath+"/provisionedConcurrency",schemaPath:"#/properties/provisionedConcurrency/type",keyword:"type",params:{type: schema13.properties.provisionedConcurrency.type},schema:schema13.properties.provisionedConcurrency.type,parentSchema:schema13.properties.provisionedConcurrency,data:data52};
if(vErrors === null){
vErrors = [err110];
}
else {
vErrors.push(err110);
}
errors++;
}
if((typeof data52 == "number") && (isFinite(data52))){
if(data52 > 1000000 || isNaN(data52)){
const err111 = {instancePath:instancePath+"/provisionedConcurrency",schemaPath:"#/properties/provisionedConcurrency/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000},schema:1000000,parentSchema:schema13.properties.provisionedConcurrency,data:data52};
if(vErrors === null){
vErrors = [err111];
}
else {
vErrors.push(err111);
}
errors++;
}
if(data52 < 1 || isNaN(data52)){
const err112 = {instancePath:instancePath+"/provisionedConcurrency",schemaPath:"#/properties/provisionedConcurrency/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},schema:1,parentSchema:schema13.properties.provisionedConcurrency,data:data52};
if(vErrors === null){
vErrors = [err112];
}
else {
vErrors.push(err112);
}
errors++;
}
}
}
if(data.keepVersions !== undefined){
let data53 = data.keepVersions;
if((!(((typeof data53 == "number") && (!(data53 % 1) && !isNaN(data53))) && (isFinite(data53)))) && (data53 !== null)){
const err113 = {instancePath:instancePath+"/keepVersions",schemaPath:"#/properties/keepVersions/type",keyword:"type",params:{type: schema13.properties.keepVersions.type},schema:schema13.properties.keepVersions.type,parentSchema:schema13.properties.keepVersions,data:data53};
if(vErrors === null){
vErrors = [err113];
}
else {
vErrors.push(err113);
}
errors++;
}
if((typeof data53 == "number") && (isFinite(data53))){
if(data53 > 1000 || isNaN(data53)){
const err114 = {instancePath:instancePath+"/keepVersions",schemaPath:"#/properties/keepVersions/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000},schema:1000,parentSchema:schema13.properties.keepVersions,data:data53};
if(vErrors === null){
vErrors = [err114];
}
else {
vErrors.push(err114);
}
errors++;
}
if(data53 < 1 || isNaN(data53)){
const err115 = {instancePath:instancePath+"/keepVersions",schemaPath:"#/properties/keepVersions/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},schema:1,parentSchema:schema13.properties.keepVersions,data:data53};
if(vErrors === null){
vErrors = [err115];
}
else {
vErrors.push(err115);
}
errors++;
}
}
}
if(data.testEvents !== undefined){
let data54 = data.testEvents;
if(typeof data54 === "string"){
if(func3(data54) > 1024){
const err116 = {instancePath:instancePath+"/testEvents",schemaPath:"#/properties/testEvents/maxLength",keyword:"maxLength",params:{limit: 1024},schema:1024,parentSchema:schema13.properties.testEvents,data:data54};
if(vErrors === null){
vErrors = [err116];
}
else {
vErrors.push(err116);
}
errors++;
}
if(func3(data54) < 1){
const err117 = {instancePath:instancePath+"/testEvents",schemaPath:"#/properties/testEvents/minLength",keyword:"minLength",params:{limit: 1},schema:1,parentSchema:schema13.properties.testEvents,data:data54};
if(vErrors === null){
vErrors = [err117];
}
else {
vErrors.push(err117);
}
errors++;
}
}
else {
const err118 = {instancePath:instancePath+"/testEvents",schemaPath:"#/properties/testEvents/type",keyword:"type",params:{type: "string"},schema:schema13.properties.testEvents.type,parentSchema:schema13.properties.testEvents,data:data54};
if(vErrors === null){
vErrors = [err118];
}
else {
vErrors.push(err118);
}
errors++;
}
}
if(data.rollout !== undefined){
let data55 = data.rollout;
if(typeof data55 === "string"){
if(func3(data55) > 64){
const err119 = {instancePath:instancePath+"/rollout",schemaPath:"#/definitions/rolloutName/maxLength",keyword:"maxLength",params:{limit: 64},schema:64,parentSchema:schema84,data:data55};
if(vErrors === null){
vErrors = [err119];
}
else {
vErrors.push(err119);
}
errors++;
}
if(func3(data55) < 1){
const err120 = {instancePath:instancePath+"/rollout",schemaPath:"#/definitions/rolloutName/minLength",keyword:"minLength",params:{limit: 1},schema:1,parentSchema:schema84,data:data55};
if(vErrors === null){
vErrors = [err120];
}
else {
vErrors.push(err120);
}
errors++;
}
}
else {
const err121 = {instancePath:instancePath+"/rollout",schemaPath:"#/definitions/rolloutName/type",keyword:"type",params:{type: "string"},schema:schema84.type,parentSchema:schema84,data:data55};
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
else {
const err122 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema13.type,parentSchema:schema13,data};
if(vErrors === null){
vErrors = [err122];
}
else {
vErrors.push(err122);
}
errors++;
}
validate11.errors = vErrors;
return errors === 0;
}

const schema86 = {"title":"Stage","description":"What is different in one stage: laid over the rest of the file when `--stage` names it.","type":"object","additionalProperties":false,"examples":[{"account":"123456789012","protected":true,"defaults":{"memorySize":512}}],"properties":{"protected":{"description":"Asks for `--confirm` with the stage's name, and for `--reason` where nothing watches.","type":"boolean","default":false,"examples":[true],"$comment":"stage.protected"},"region":{"description":"The AWS region. Without it, --region or AWS_REGION decides.","type":"string","pattern":"^(eusc-)?[a-z]{2}(-gov|-iso[a-z]?)?-[a-z]{1,20}-\\d$","examples":["eu-west-1"],"$comment":"stage.region"},"account":{"description":"The AWS account, 12 digits in quotes; a release in any other account is refused.","type":"string","pattern":"^\\d{12}$","examples":["123456789012"],"$comment":"stage.account"},"profile":{"description":"The profile of the AWS configuration whose credentials are used.","type":"string","pattern":"^[^\\u0000-\\u001f\\[\\]]{1,128}$","examples":["orders-prod"],"$comment":"stage.profile"},"assumeRole":{"$ref":"#/definitions/assumeRole"},"allowEnv":{"description":"The variables of your environment that `${env:NAME}` may read.","type":"array","uniqueItems":true,"items":{"description":"Name of a variable of your environment.","type":"string","pattern":"^[a-zA-Z_][a-zA-Z0-9_]{0,127}$","examples":["BUILD_NUMBER"],"$comment":"envName"},"examples":[["BUILD_NUMBER"]],"$comment":"stage.allowEnv"},"defaults":{"$ref":"#/definitions/defaults"},"functions":{"description":"The functions by key, the word for them in this file and on the command line.","type":"object","propertyNames":{"$ref":"#/definitions/functionKey"},"additionalProperties":{"$ref":"#/definitions/function"},"examples":[{"api":{"code":"dist/api","handler":"index.handler"}}],"$comment":"stage.functions"},"layers":{"description":"The layers of this project by key, the word for them in `layers` of a function.","type":"object","propertyNames":{"$ref":"#/definitions/layerKey"},"additionalProperties":{"$ref":"#/definitions/layer"},"examples":[{"shared":{"code":"layers/shared","runtimes":["nodejs24.x"]}}],"$comment":"stage.layers"},"rollout":{"$ref":"#/definitions/rolloutName","description":"The rollout of every function that does not name its own.","examples":["careful"]},"rollouts":{"description":"Rollouts by name.","type":"object","propertyNames":{"$ref":"#/definitions/rolloutKey"},"additionalProperties":{"$ref":"#/definitions/rollout"},"examples":[{"careful":{"canary":"10%","bake":"10m"}}],"$comment":"stage.rollouts"},"guard":{"$ref":"#/definitions/guard"},"alarms":{"$ref":"#/definitions/alarms","description":"Alarms that hold for all functions, in addition to their own.","examples":[["orders-burn-rate"]]},"rollbackScope":{"description":"What goes back together: every function of the release, or each by itself.","type":"string","enum":["release","function"],"default":"release","examples":["function"],"$comment":"stage.rollbackScope"},"holdFor":{"$ref":"#/definitions/duration","description":"How long a release that stopped at `--until` is kept for whoever approves it.","default":"2h","examples":["8h"]},"journal":{"description":"Where events of releases are kept for a team, beside this machine: `s3://bucket/prefix`. `null`: nowhere else.","type":["string","null"],"maxLength":1024,"pattern":"^s3://[a-z0-9][a-z0-9.-]{1,61}[a-z0-9](/[^\\u0000-\\u001f]*)?$","examples":["s3://orders-releases/journal"],"$comment":"stage.journal"},"notifications":{"$ref":"#/definitions/notifications"}},"$comment":"stage"};
const schema87 = {"title":"Assume role","description":"The role that shipit works in, by its ARN, or with the external id that it asks for.","examples":["arn:aws:iam::123456789012:role/deployer",{"arn":"arn:aws:iam::123456789012:role/deployer","externalId":"orders-2026"}],"anyOf":[{"$ref":"#/definitions/roleArn"},{"$ref":"#/definitions/assumedRole"}],"$comment":"assumeRole","branches":{"roleArn":null,"assumedRole":["arn","externalId"]}};
const schema89 = {"title":"Assumed role","description":"A role and the external id that its trust policy asks for.","type":"object","required":["arn"],"additionalProperties":false,"examples":[{"arn":"arn:aws:iam::123456789012:role/deployer","externalId":"orders-2026"}],"properties":{"arn":{"$ref":"#/definitions/roleArn","description":"ARN of the role.","examples":["arn:aws:iam::123456789012:role/deployer"]},"externalId":{"description":"The external id, 2 to 1224 characters.","type":["string","null"],"pattern":"^[\\w+=,.@:/-]{2,1224}$","examples":["orders-2026"],"$comment":"assumedRole.externalId"}},"$comment":"assumedRole"};
const pattern56 = new RegExp("^[\\w+=,.@:/-]{2,1224}$", "u");

function validate68(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.arn === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "arn"},schema:schema89.required,parentSchema:schema89,data};
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
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema89,data};
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
if(!pattern9.test(data0)){
const err2 = {instancePath:instancePath+"/arn",schemaPath:"#/definitions/roleArn/pattern",keyword:"pattern",params:{pattern: "^arn:(aws[a-zA-Z-]*)?:iam::\\d{12}:role/[a-zA-Z_0-9+=,.@/-]{1,512}$"},schema:"^arn:(aws[a-zA-Z-]*)?:iam::\\d{12}:role/[a-zA-Z_0-9+=,.@/-]{1,512}$",parentSchema:schema18,data:data0};
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
const err3 = {instancePath:instancePath+"/arn",schemaPath:"#/definitions/roleArn/type",keyword:"type",params:{type: "string"},schema:schema18.type,parentSchema:schema18,data:data0};
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
const err4 = {instancePath:instancePath+"/externalId",schemaPath:"#/properties/externalId/type",keyword:"type",params:{type: schema89.properties.externalId.type},schema:schema89.properties.externalId.type,parentSchema:schema89.properties.externalId,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(typeof data1 === "string"){
if(!pattern56.test(data1)){
const err5 = {instancePath:instancePath+"/externalId",schemaPath:"#/properties/externalId/pattern",keyword:"pattern",params:{pattern: "^[\\w+=,.@:/-]{2,1224}$"},schema:"^[\\w+=,.@:/-]{2,1224}$",parentSchema:schema89.properties.externalId,data:data1};
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
const err6 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema89.type,parentSchema:schema89,data};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
validate68.errors = vErrors;
return errors === 0;
}


function validate67(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
const _errs1 = errors;
let valid0 = false;
const _errs2 = errors;
if(typeof data === "string"){
if(!pattern9.test(data)){
const err0 = {instancePath,schemaPath:"#/definitions/roleArn/pattern",keyword:"pattern",params:{pattern: "^arn:(aws[a-zA-Z-]*)?:iam::\\d{12}:role/[a-zA-Z_0-9+=,.@/-]{1,512}$"},schema:"^arn:(aws[a-zA-Z-]*)?:iam::\\d{12}:role/[a-zA-Z_0-9+=,.@/-]{1,512}$",parentSchema:schema18,data};
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
const err1 = {instancePath,schemaPath:"#/definitions/roleArn/type",keyword:"type",params:{type: "string"},schema:schema18.type,parentSchema:schema18,data};
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
if(!(validate68(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validate68.errors : vErrors.concat(validate68.errors);
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
validate67.errors = vErrors;
return errors === 0;
}

const schema91 = {"title":"Defaults","description":"Laid under every function: maps are merged by key, lists and single values are replaced.","type":"object","additionalProperties":false,"examples":[{"runtime":"nodejs24.x","memorySize":256,"alias":"live"}],"properties":{"code":{"description":"What is deployed: a folder, zipped by shipit, or a ready .zip, deployed byte for byte.","type":"string","minLength":1,"maxLength":1024,"examples":["dist/api","dist/api.zip"],"$comment":"defaults.code"},"image":{"description":"A container image instead of `code`, by its digest: a tag could be another image tomorrow.","type":"string","pattern":"^[a-z0-9][a-zA-Z0-9._:/-]{0,511}@sha256:[a-f0-9]{64}$","examples":["123456789012.dkr.ecr.eu-west-1.amazonaws.com/orders@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"],"$comment":"defaults.image"},"handler":{"description":"File and function that Lambda calls, in the form of the runtime.","type":"string","pattern":"^[^\\s]{1,128}$","examples":["index.handler"],"$comment":"defaults.handler"},"runtime":{"$ref":"#/definitions/runtime"},"architecture":{"description":"The processor that the code is made for. `null`: x86_64.","type":["string","null"],"enum":["x86_64","arm64",null],"examples":["arm64"],"$comment":"defaults.architecture"},"memorySize":{"description":"Memory in MB, 128 to 10240, with a capacity provider up to 32768. `null`: 128.","type":["integer","null"],"minimum":128,"maximum":32768,"examples":[256],"$comment":"defaults.memorySize"},"timeout":{"description":"How long one request may take: whole seconds, 1s to 900s (15m), with a capacity provider up to 5400s. `null`: 3s.","type":["string","null"],"pattern":"^(?=.)(\\d{1,4}h)?(\\d{1,5}m(?!s))?(\\d{1,6}s)?(\\d{1,7}ms)?$","examples":["10s","2m"],"$comment":"defaults.timeout"},"ephemeralStorage":{"description":"Room in /tmp in MB, 512 to 10240, with a capacity provider up to 32768. `null`: 512.","type":["integer","null"],"minimum":512,"maximum":32768,"examples":[1024],"$comment":"defaults.ephemeralStorage"},"environment":{"description":"Environment variables; values are strings, 4 KB for all. What is declared here replaces what the function has. `null`: none.","type":["object","null"],"propertyNames":{"$ref":"#/definitions/environmentKey"},"additionalProperties":{"$ref":"#/definitions/environmentValue"},"examples":[{"TABLE":"orders","TOKEN":"${secret:orders/api#token}"}],"$comment":"defaults.environment"},"plainSecrets":{"description":"Environment variables whose values look like secrets and may stand in the file all the same.","type":"array","uniqueItems":true,"items":{"description":"Name of an environment variable, at least two characters.","type":"string","pattern":"^[a-zA-Z][a-zA-Z0-9_]+$","examples":["TABLE"],"$comment":"environmentKey"},"examples":[["TEST_KEY"]],"$comment":"defaults.plainSecrets"},"role":{"$ref":"#/definitions/role"},"description":{"description":"What the function is for, up to 256 characters. `null`: empty.","type":["string","null"],"maxLength":256,"examples":["Takes orders over HTTP"],"$comment":"defaults.description"},"layers":{"description":"Up to five layers in their order: keys of `layers`, or ARNs of layer versions. `null`: none.","type":["array","null"],"maxItems":5,"uniqueItems":true,"items":{"description":"A key of `layers`, or the ARN of a layer version.","type":"string","maxLength":2048,"pattern":"^([a-zA-Z0-9][a-zA-Z0-9_-]{0,63}|arn:(aws[a-zA-Z-]*)?:lambda:(eusc-)?[a-z]{2}(-gov|-iso[a-z]?)?-[a-z]+-\\d:\\d{12}:layer:[a-zA-Z0-9_-]{1,140}:\\d{1,19}|arn:[a-zA-Z0-9-]+:lambda:::awslayer:[a-zA-Z0-9_-]+)$","examples":["shared"],"$comment":"layerUse"},"examples":[["shared","arn:aws:lambda:eu-west-1:123456789012:layer:tools:4"]],"$comment":"defaults.layers"},"vpc":{"$ref":"#/definitions/vpc"},"fileSystem":{"$ref":"#/definitions/fileSystem"},"deadLetterQueue":{"description":"ARN of the queue or topic for asynchronous requests that failed for good. `null`: none.","type":["string","null"],"pattern":"^arn:aws[a-zA-Z-]*:(sqs|sns):(eusc-)?[a-z]{2}(-gov|-iso[a-z]?)?-[a-z]+-\\d:\\d{12}:[a-zA-Z0-9_-]{1,256}(\\.fifo)?$","examples":["arn:aws:sqs:eu-west-1:123456789012:orders-failed"],"$comment":"defaults.deadLetterQueue"},"kmsKey":{"$ref":"#/definitions/kmsKey","description":"ARN of the key that encrypts the environment. `null`: a key of AWS.","examples":["arn:aws:kms:eu-west-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab"]},"tracing":{"description":"Whether X-Ray traces requests by itself. `null`: PassThrough.","type":["string","null"],"enum":["Active","PassThrough",null],"examples":["Active"],"$comment":"defaults.tracing"},"snapStart":{"description":"Whether versions start from a snapshot. `null`: None.","type":["string","null"],"enum":["PublishedVersions","None",null],"examples":["PublishedVersions"],"$comment":"defaults.snapStart"},"logging":{"$ref":"#/definitions/logging"},"imageConfig":{"$ref":"#/definitions/imageConfig"},"durable":{"$ref":"#/definitions/durable"},"tags":{"description":"Tags of the function, at most 47, because AWS takes 50 and shipit has three of its own; those of AWS (`aws:`) and of shipit (`shipit:`) are not declared. `null`: none.","type":["object","null"],"maxProperties":47,"propertyNames":{"$ref":"#/definitions/tagKey"},"additionalProperties":{"$ref":"#/definitions/tagValue"},"examples":[{"team":"orders"}],"$comment":"defaults.tags"},"reservedConcurrency":{"description":"How many requests may run at once, kept back for this function; 0 stops it. `null`: it shares what the account has.","type":["integer","null"],"minimum":0,"maximum":1000000,"examples":[50],"$comment":"defaults.reservedConcurrency"},"recursion":{"description":"What Lambda does about a function that calls itself in a loop. `null`: Terminate.","type":["string","null"],"enum":["Allow","Terminate",null],"examples":["Terminate"],"$comment":"defaults.recursion"},"codeSigning":{"description":"ARN of a code signing configuration. `null`: none.","type":["string","null"],"pattern":"^arn:(aws[a-zA-Z-]*)?:lambda:(eusc-)?[a-z]{2}(-gov|-iso[a-z]?)?-[a-z]+-\\d:\\d{12}:code-signing-config:csc-[a-z0-9]{17}$","examples":["arn:aws:lambda:eu-west-1:123456789012:code-signing-config:csc-0123456789abcdef0"],"$comment":"defaults.codeSigning"},"runtimeManagement":{"$ref":"#/definitions/runtimeManagement"},"packageType":{"description":"Zip or Image; it follows from `code` and `image`, and never changes once the function is there.","type":"string","enum":["Zip","Image"],"examples":["Zip"],"$comment":"defaults.packageType"},"tenancy":{"description":"Keeps the execution environments of tenants apart. Only when the function is made.","type":"string","enum":["PER_TENANT"],"examples":["PER_TENANT"],"$comment":"defaults.tenancy"},"capacityProvider":{"$ref":"#/definitions/capacityProvider"},"manage":{"description":"With `release`, shipit moves code, version and alias alone; the settings belong to CDK, Terraform or SAM.","type":"string","enum":["all","release"],"default":"all","examples":["release"],"$comment":"defaults.manage"},"alias":{"description":"The alias that callers use and that is moved.","type":"string","pattern":"^(?!\\d+$)[a-zA-Z0-9_-]{1,128}$","default":"live","examples":["live"],"$comment":"defaults.alias"},"alarms":{"$ref":"#/definitions/alarms"},"hooks":{"$ref":"#/definitions/hooks"},"provisionedConcurrency":{"description":"How many execution environments are kept ready for the version that is served; they move with the traffic. `null`: none.","type":["integer","null"],"minimum":1,"maximum":1000000,"examples":[10],"$comment":"defaults.provisionedConcurrency"},"keepVersions":{"description":"How many versions stay after a release, the newest first, beside those that are in use. `null`: all of them.","type":["integer","null"],"minimum":1,"maximum":1000,"default":5,"examples":[10],"$comment":"defaults.keepVersions"},"testEvents":{"description":"Sample events, a glob of JSON files: for the smoke test and for local traffic.","type":"string","minLength":1,"maxLength":1024,"examples":["events/api/*.json"],"$comment":"defaults.testEvents"},"rollout":{"$ref":"#/definitions/rolloutName"}},"$comment":"defaults"};

function validate71(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(func2.call(schema91.properties, key0))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema91,data};
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
let data0 = data.code;
if(typeof data0 === "string"){
if(func3(data0) > 1024){
const err1 = {instancePath:instancePath+"/code",schemaPath:"#/properties/code/maxLength",keyword:"maxLength",params:{limit: 1024},schema:1024,parentSchema:schema91.properties.code,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(func3(data0) < 1){
const err2 = {instancePath:instancePath+"/code",schemaPath:"#/properties/code/minLength",keyword:"minLength",params:{limit: 1},schema:1,parentSchema:schema91.properties.code,data:data0};
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
const err3 = {instancePath:instancePath+"/code",schemaPath:"#/properties/code/type",keyword:"type",params:{type: "string"},schema:schema91.properties.code.type,parentSchema:schema91.properties.code,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.image !== undefined){
let data1 = data.image;
if(typeof data1 === "string"){
if(!pattern3.test(data1)){
const err4 = {instancePath:instancePath+"/image",schemaPath:"#/properties/image/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9][a-zA-Z0-9._:/-]{0,511}@sha256:[a-f0-9]{64}$"},schema:"^[a-z0-9][a-zA-Z0-9._:/-]{0,511}@sha256:[a-f0-9]{64}$",parentSchema:schema91.properties.image,data:data1};
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
const err5 = {instancePath:instancePath+"/image",schemaPath:"#/properties/image/type",keyword:"type",params:{type: "string"},schema:schema91.properties.image.type,parentSchema:schema91.properties.image,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.handler !== undefined){
let data2 = data.handler;
if(typeof data2 === "string"){
if(!pattern4.test(data2)){
const err6 = {instancePath:instancePath+"/handler",schemaPath:"#/properties/handler/pattern",keyword:"pattern",params:{pattern: "^[^\\s]{1,128}$"},schema:"^[^\\s]{1,128}$",parentSchema:schema91.properties.handler,data:data2};
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
const err7 = {instancePath:instancePath+"/handler",schemaPath:"#/properties/handler/type",keyword:"type",params:{type: "string"},schema:schema91.properties.handler.type,parentSchema:schema91.properties.handler,data:data2};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.runtime !== undefined){
let data3 = data.runtime;
if(typeof data3 === "string"){
if(!pattern5.test(data3)){
const err8 = {instancePath:instancePath+"/runtime",schemaPath:"#/definitions/runtime/pattern",keyword:"pattern",params:{pattern: "^[a-z][a-z0-9.]{1,63}$"},schema:"^[a-z][a-z0-9.]{1,63}$",parentSchema:schema14,data:data3};
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
const err9 = {instancePath:instancePath+"/runtime",schemaPath:"#/definitions/runtime/type",keyword:"type",params:{type: "string"},schema:schema14.type,parentSchema:schema14,data:data3};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data.architecture !== undefined){
let data4 = data.architecture;
if((typeof data4 !== "string") && (data4 !== null)){
const err10 = {instancePath:instancePath+"/architecture",schemaPath:"#/properties/architecture/type",keyword:"type",params:{type: schema91.properties.architecture.type},schema:schema91.properties.architecture.type,parentSchema:schema91.properties.architecture,data:data4};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
if(!(((data4 === "x86_64") || (data4 === "arm64")) || (data4 === null))){
const err11 = {instancePath:instancePath+"/architecture",schemaPath:"#/properties/architecture/enum",keyword:"enum",params:{allowedValues: schema91.properties.architecture.enum},schema:schema91.properties.architecture.enum,parentSchema:schema91.properties.architecture,data:data4};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data.memorySize !== undefined){
let data5 = data.memorySize;
if((!(((typeof data5 == "number") && (!(data5 % 1) && !isNaN(data5))) && (isFinite(data5)))) && (data5 !== null)){
const err12 = {instancePath:instancePath+"/memorySize",schemaPath:"#/properties/memorySize/type",keyword:"type",params:{type: schema91.properties.memorySize.type},schema:schema91.properties.memorySize.type,parentSchema:schema91.properties.memorySize,data:data5};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
if((typeof data5 == "number") && (isFinite(data5))){
if(data5 > 32768 || isNaN(data5)){
const err13 = {instancePath:instancePath+"/memorySize",schemaPath:"#/properties/memorySize/maximum",keyword:"maximum",params:{comparison: "<=", limit: 32768},schema:32768,parentSchema:schema91.properties.memorySize,data:data5};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
if(data5 < 128 || isNaN(data5)){
const err14 = {instancePath:instancePath+"/memorySize",schemaPath:"#/properties/memorySize/minimum",keyword:"minimum",params:{comparison: ">=", limit: 128},schema:128,parentSchema:schema91.properties.memorySize,data:data5};
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
if(data.timeout !== undefined){
let data6 = data.timeout;
if((typeof data6 !== "string") && (data6 !== null)){
const err15 = {instancePath:instancePath+"/timeout",schemaPath:"#/properties/timeout/type",keyword:"type",params:{type: schema91.properties.timeout.type},schema:schema91.properties.timeout.type,parentSchema:schema91.properties.timeout,data:data6};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
if(typeof data6 === "string"){
if(!pattern6.test(data6)){
const err16 = {instancePath:instancePath+"/timeout",schemaPath:"#/properties/timeout/pattern",keyword:"pattern",params:{pattern: "^(?=.)(\\d{1,4}h)?(\\d{1,5}m(?!s))?(\\d{1,6}s)?(\\d{1,7}ms)?$"},schema:"^(?=.)(\\d{1,4}h)?(\\d{1,5}m(?!s))?(\\d{1,6}s)?(\\d{1,7}ms)?$",parentSchema:schema91.properties.timeout,data:data6};
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
if(data.ephemeralStorage !== undefined){
let data7 = data.ephemeralStorage;
if((!(((typeof data7 == "number") && (!(data7 % 1) && !isNaN(data7))) && (isFinite(data7)))) && (data7 !== null)){
const err17 = {instancePath:instancePath+"/ephemeralStorage",schemaPath:"#/properties/ephemeralStorage/type",keyword:"type",params:{type: schema91.properties.ephemeralStorage.type},schema:schema91.properties.ephemeralStorage.type,parentSchema:schema91.properties.ephemeralStorage,data:data7};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
if((typeof data7 == "number") && (isFinite(data7))){
if(data7 > 32768 || isNaN(data7)){
const err18 = {instancePath:instancePath+"/ephemeralStorage",schemaPath:"#/properties/ephemeralStorage/maximum",keyword:"maximum",params:{comparison: "<=", limit: 32768},schema:32768,parentSchema:schema91.properties.ephemeralStorage,data:data7};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
if(data7 < 512 || isNaN(data7)){
const err19 = {instancePath:instancePath+"/ephemeralStorage",schemaPath:"#/properties/ephemeralStorage/minimum",keyword:"minimum",params:{comparison: ">=", limit: 512},schema:512,parentSchema:schema91.properties.ephemeralStorage,data:data7};
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
if(data.environment !== undefined){
let data8 = data.environment;
if((!(data8 && typeof data8 == "object" && !Array.isArray(data8))) && (data8 !== null)){
const err20 = {instancePath:instancePath+"/environment",schemaPath:"#/properties/environment/type",keyword:"type",params:{type: schema91.properties.environment.type},schema:schema91.properties.environment.type,parentSchema:schema91.properties.environment,data:data8};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
if(data8 && typeof data8 == "object" && !Array.isArray(data8)){
for(const key1 in data8){
const _errs31 = errors;
if(typeof key1 === "string"){
if(!pattern7.test(key1)){
const err21 = {instancePath:instancePath+"/environment",schemaPath:"#/definitions/environmentKey/pattern",keyword:"pattern",params:{pattern: "^[a-zA-Z][a-zA-Z0-9_]+$"},schema:"^[a-zA-Z][a-zA-Z0-9_]+$",parentSchema:schema15,data:key1,propertyName:key1};
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
const err22 = {instancePath:instancePath+"/environment",schemaPath:"#/definitions/environmentKey/type",keyword:"type",params:{type: "string"},schema:schema15.type,parentSchema:schema15,data:key1,propertyName:key1};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
var valid2 = _errs31 === errors;
if(!valid2){
const err23 = {instancePath:instancePath+"/environment",schemaPath:"#/properties/environment/propertyNames",keyword:"propertyNames",params:{propertyName: key1},schema:schema91.properties.environment.propertyNames,parentSchema:schema91.properties.environment,data:data8};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
for(const key2 in data8){
let data9 = data8[key2];
if(typeof data9 !== "string"){
const err24 = {instancePath:instancePath+"/environment/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/environmentValue/type",keyword:"type",params:{type: "string"},schema:schema16.type,parentSchema:schema16,data:data9};
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
}
if(data.plainSecrets !== undefined){
let data10 = data.plainSecrets;
if(Array.isArray(data10)){
const len0 = data10.length;
for(let i0=0; i0<len0; i0++){
let data11 = data10[i0];
if(typeof data11 === "string"){
if(!pattern7.test(data11)){
const err25 = {instancePath:instancePath+"/plainSecrets/" + i0,schemaPath:"#/properties/plainSecrets/items/pattern",keyword:"pattern",params:{pattern: "^[a-zA-Z][a-zA-Z0-9_]+$"},schema:"^[a-zA-Z][a-zA-Z0-9_]+$",parentSchema:schema91.properties.plainSecrets.items,data:data11};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
else {
const err26 = {instancePath:instancePath+"/plainSecrets/" + i0,schemaPath:"#/properties/plainSecrets/items/type",keyword:"type",params:{type: "string"},schema:schema91.properties.plainSecrets.items.type,parentSchema:schema91.properties.plainSecrets.items,data:data11};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
let i1 = data10.length;
let j0;
if(i1 > 1){
const indices0 = {};
for(;i1--;){
let item0 = data10[i1];
if(typeof item0 !== "string"){
continue;
}
if(typeof indices0[item0] == "number"){
j0 = indices0[item0];
const err27 = {instancePath:instancePath+"/plainSecrets",schemaPath:"#/properties/plainSecrets/uniqueItems",keyword:"uniqueItems",params:{i: i1, j: j0},schema:true,parentSchema:schema91.properties.plainSecrets,data:data10};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
break;
}
indices0[item0] = i1;
}
}
}
else {
const err28 = {instancePath:instancePath+"/plainSecrets",schemaPath:"#/properties/plainSecrets/type",keyword:"type",params:{type: "array"},schema:schema91.properties.plainSecrets.type,parentSchema:schema91.properties.plainSecrets,data:data10};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
if(data.role !== undefined){
if(!(validate12(data.role, {instancePath:instancePath+"/role",parentData:data,parentDataProperty:"role",rootData}))){
vErrors = vErrors === null ? validate12.errors : vErrors.concat(validate12.errors);
errors = vErrors.length;
}
}
if(data.description !== undefined){
let data13 = data.description;
if((typeof data13 !== "string") && (data13 !== null)){
const err29 = {instancePath:instancePath+"/description",schemaPath:"#/properties/description/type",keyword:"type",params:{type: schema91.properties.description.type},schema:schema91.properties.description.type,parentSchema:schema91.properties.description,data:data13};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
if(typeof data13 === "string"){
if(func3(data13) > 256){
const err30 = {instancePath:instancePath+"/description",schemaPath:"#/properties/description/maxLength",keyword:"maxLength",params:{limit: 256},schema:256,parentSchema:schema91.properties.description,data:data13};
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
if(data.layers !== undefined){
let data14 = data.layers;
if((!(Array.isArray(data14))) && (data14 !== null)){
const err31 = {instancePath:instancePath+"/layers",schemaPath:"#/properties/layers/type",keyword:"type",params:{type: schema91.properties.layers.type},schema:schema91.properties.layers.type,parentSchema:schema91.properties.layers,data:data14};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
if(Array.isArray(data14)){
if(data14.length > 5){
const err32 = {instancePath:instancePath+"/layers",schemaPath:"#/properties/layers/maxItems",keyword:"maxItems",params:{limit: 5},schema:5,parentSchema:schema91.properties.layers,data:data14};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
const len1 = data14.length;
for(let i2=0; i2<len1; i2++){
let data15 = data14[i2];
if(typeof data15 === "string"){
if(func3(data15) > 2048){
const err33 = {instancePath:instancePath+"/layers/" + i2,schemaPath:"#/properties/layers/items/maxLength",keyword:"maxLength",params:{limit: 2048},schema:2048,parentSchema:schema91.properties.layers.items,data:data15};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
if(!pattern19.test(data15)){
const err34 = {instancePath:instancePath+"/layers/" + i2,schemaPath:"#/properties/layers/items/pattern",keyword:"pattern",params:{pattern: "^([a-zA-Z0-9][a-zA-Z0-9_-]{0,63}|arn:(aws[a-zA-Z-]*)?:lambda:(eusc-)?[a-z]{2}(-gov|-iso[a-z]?)?-[a-z]+-\\d:\\d{12}:layer:[a-zA-Z0-9_-]{1,140}:\\d{1,19}|arn:[a-zA-Z0-9-]+:lambda:::awslayer:[a-zA-Z0-9_-]+)$"},schema:"^([a-zA-Z0-9][a-zA-Z0-9_-]{0,63}|arn:(aws[a-zA-Z-]*)?:lambda:(eusc-)?[a-z]{2}(-gov|-iso[a-z]?)?-[a-z]+-\\d:\\d{12}:layer:[a-zA-Z0-9_-]{1,140}:\\d{1,19}|arn:[a-zA-Z0-9-]+:lambda:::awslayer:[a-zA-Z0-9_-]+)$",parentSchema:schema91.properties.layers.items,data:data15};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
else {
const err35 = {instancePath:instancePath+"/layers/" + i2,schemaPath:"#/properties/layers/items/type",keyword:"type",params:{type: "string"},schema:schema91.properties.layers.items.type,parentSchema:schema91.properties.layers.items,data:data15};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
let i3 = data14.length;
let j1;
if(i3 > 1){
const indices1 = {};
for(;i3--;){
let item1 = data14[i3];
if(typeof item1 !== "string"){
continue;
}
if(typeof indices1[item1] == "number"){
j1 = indices1[item1];
const err36 = {instancePath:instancePath+"/layers",schemaPath:"#/properties/layers/uniqueItems",keyword:"uniqueItems",params:{i: i3, j: j1},schema:true,parentSchema:schema91.properties.layers,data:data14};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
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
let data16 = data.vpc;
if((!(data16 && typeof data16 == "object" && !Array.isArray(data16))) && (data16 !== null)){
const err37 = {instancePath:instancePath+"/vpc",schemaPath:"#/definitions/vpc/type",keyword:"type",params:{type: schema26.type},schema:schema26.type,parentSchema:schema26,data:data16};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
if(data16 && typeof data16 == "object" && !Array.isArray(data16)){
for(const key3 in data16){
if(!(((key3 === "subnetIds") || (key3 === "securityGroupIds")) || (key3 === "ipv6AllowedForDualStack"))){
const err38 = {instancePath:instancePath+"/vpc",schemaPath:"#/definitions/vpc/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3},schema:false,parentSchema:schema26,data:data16};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
}
if(data16.subnetIds !== undefined){
let data17 = data16.subnetIds;
if(Array.isArray(data17)){
if(data17.length > 16){
const err39 = {instancePath:instancePath+"/vpc/subnetIds",schemaPath:"#/definitions/vpc/properties/subnetIds/maxItems",keyword:"maxItems",params:{limit: 16},schema:16,parentSchema:schema26.properties.subnetIds,data:data17};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
if(data17.length < 1){
const err40 = {instancePath:instancePath+"/vpc/subnetIds",schemaPath:"#/definitions/vpc/properties/subnetIds/minItems",keyword:"minItems",params:{limit: 1},schema:1,parentSchema:schema26.properties.subnetIds,data:data17};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
const len2 = data17.length;
for(let i4=0; i4<len2; i4++){
let data18 = data17[i4];
if(typeof data18 === "string"){
if(!pattern20.test(data18)){
const err41 = {instancePath:instancePath+"/vpc/subnetIds/" + i4,schemaPath:"#/definitions/vpc/properties/subnetIds/items/pattern",keyword:"pattern",params:{pattern: "^subnet-[0-9a-z]{1,64}$"},schema:"^subnet-[0-9a-z]{1,64}$",parentSchema:schema26.properties.subnetIds.items,data:data18};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
}
else {
const err42 = {instancePath:instancePath+"/vpc/subnetIds/" + i4,schemaPath:"#/definitions/vpc/properties/subnetIds/items/type",keyword:"type",params:{type: "string"},schema:schema26.properties.subnetIds.items.type,parentSchema:schema26.properties.subnetIds.items,data:data18};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
}
let i5 = data17.length;
let j2;
if(i5 > 1){
const indices2 = {};
for(;i5--;){
let item2 = data17[i5];
if(typeof item2 !== "string"){
continue;
}
if(typeof indices2[item2] == "number"){
j2 = indices2[item2];
const err43 = {instancePath:instancePath+"/vpc/subnetIds",schemaPath:"#/definitions/vpc/properties/subnetIds/uniqueItems",keyword:"uniqueItems",params:{i: i5, j: j2},schema:true,parentSchema:schema26.properties.subnetIds,data:data17};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
break;
}
indices2[item2] = i5;
}
}
}
else {
const err44 = {instancePath:instancePath+"/vpc/subnetIds",schemaPath:"#/definitions/vpc/properties/subnetIds/type",keyword:"type",params:{type: "array"},schema:schema26.properties.subnetIds.type,parentSchema:schema26.properties.subnetIds,data:data17};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
}
if(data16.securityGroupIds !== undefined){
let data19 = data16.securityGroupIds;
if(Array.isArray(data19)){
if(data19.length > 5){
const err45 = {instancePath:instancePath+"/vpc/securityGroupIds",schemaPath:"#/definitions/vpc/properties/securityGroupIds/maxItems",keyword:"maxItems",params:{limit: 5},schema:5,parentSchema:schema26.properties.securityGroupIds,data:data19};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
if(data19.length < 1){
const err46 = {instancePath:instancePath+"/vpc/securityGroupIds",schemaPath:"#/definitions/vpc/properties/securityGroupIds/minItems",keyword:"minItems",params:{limit: 1},schema:1,parentSchema:schema26.properties.securityGroupIds,data:data19};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
const len3 = data19.length;
for(let i6=0; i6<len3; i6++){
let data20 = data19[i6];
if(typeof data20 === "string"){
if(!pattern21.test(data20)){
const err47 = {instancePath:instancePath+"/vpc/securityGroupIds/" + i6,schemaPath:"#/definitions/vpc/properties/securityGroupIds/items/pattern",keyword:"pattern",params:{pattern: "^sg-[0-9a-zA-Z]{1,64}$"},schema:"^sg-[0-9a-zA-Z]{1,64}$",parentSchema:schema26.properties.securityGroupIds.items,data:data20};
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
const err48 = {instancePath:instancePath+"/vpc/securityGroupIds/" + i6,schemaPath:"#/definitions/vpc/properties/securityGroupIds/items/type",keyword:"type",params:{type: "string"},schema:schema26.properties.securityGroupIds.items.type,parentSchema:schema26.properties.securityGroupIds.items,data:data20};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
}
let i7 = data19.length;
let j3;
if(i7 > 1){
const indices3 = {};
for(;i7--;){
let item3 = data19[i7];
if(typeof item3 !== "string"){
continue;
}
if(typeof indices3[item3] == "number"){
j3 = indices3[item3];
const err49 = {instancePath:instancePath+"/vpc/securityGroupIds",schemaPath:"#/definitions/vpc/properties/securityGroupIds/uniqueItems",keyword:"uniqueItems",params:{i: i7, j: j3},schema:true,parentSchema:schema26.properties.securityGroupIds,data:data19};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
break;
}
indices3[item3] = i7;
}
}
}
else {
const err50 = {instancePath:instancePath+"/vpc/securityGroupIds",schemaPath:"#/definitions/vpc/properties/securityGroupIds/type",keyword:"type",params:{type: "array"},schema:schema26.properties.securityGroupIds.type,parentSchema:schema26.properties.securityGroupIds,data:data19};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
}
if(data16.ipv6AllowedForDualStack !== undefined){
let data21 = data16.ipv6AllowedForDualStack;
if(typeof data21 !== "boolean"){
const err51 = {instancePath:instancePath+"/vpc/ipv6AllowedForDualStack",schemaPath:"#/definitions/vpc/properties/ipv6AllowedForDualStack/type",keyword:"type",params:{type: "boolean"},schema:schema26.properties.ipv6AllowedForDualStack.type,parentSchema:schema26.properties.ipv6AllowedForDualStack,data:data21};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
}
}
}
if(data.fileSystem !== undefined){
if(!(validate24(data.fileSystem, {instancePath:instancePath+"/fileSystem",parentData:data,parentDataProperty:"fileSystem",rootData}))){
vErrors = vErrors === null ? validate24.errors : vErrors.concat(validate24.errors);
errors = vErrors.length;
}
}
if(data.deadLetterQueue !== undefined){
let data23 = data.deadLetterQueue;
if((typeof data23 !== "string") && (data23 !== null)){
const err52 = {instancePath:instancePath+"/deadLetterQueue",schemaPath:"#/properties/deadLetterQueue/type",keyword:"type",params:{type: schema91.properties.deadLetterQueue.type},schema:schema91.properties.deadLetterQueue.type,parentSchema:schema91.properties.deadLetterQueue,data:data23};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
if(typeof data23 === "string"){
if(!pattern24.test(data23)){
const err53 = {instancePath:instancePath+"/deadLetterQueue",schemaPath:"#/properties/deadLetterQueue/pattern",keyword:"pattern",params:{pattern: "^arn:aws[a-zA-Z-]*:(sqs|sns):(eusc-)?[a-z]{2}(-gov|-iso[a-z]?)?-[a-z]+-\\d:\\d{12}:[a-zA-Z0-9_-]{1,256}(\\.fifo)?$"},schema:"^arn:aws[a-zA-Z-]*:(sqs|sns):(eusc-)?[a-z]{2}(-gov|-iso[a-z]?)?-[a-z]+-\\d:\\d{12}:[a-zA-Z0-9_-]{1,256}(\\.fifo)?$",parentSchema:schema91.properties.deadLetterQueue,data:data23};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
}
}
if(data.kmsKey !== undefined){
let data24 = data.kmsKey;
if((typeof data24 !== "string") && (data24 !== null)){
const err54 = {instancePath:instancePath+"/kmsKey",schemaPath:"#/definitions/kmsKey/type",keyword:"type",params:{type: schema29.type},schema:schema29.type,parentSchema:schema29,data:data24};
if(vErrors === null){
vErrors = [err54];
}
else {
vErrors.push(err54);
}
errors++;
}
if(typeof data24 === "string"){
if(!pattern25.test(data24)){
const err55 = {instancePath:instancePath+"/kmsKey",schemaPath:"#/definitions/kmsKey/pattern",keyword:"pattern",params:{pattern: "^arn:aws[a-zA-Z-]*:kms:(eusc-)?[a-z]{2}(-gov|-iso[a-z]?)?-[a-z]+-\\d:\\d{12}:(key|alias)/[a-zA-Z0-9/_-]{1,256}$"},schema:"^arn:aws[a-zA-Z-]*:kms:(eusc-)?[a-z]{2}(-gov|-iso[a-z]?)?-[a-z]+-\\d:\\d{12}:(key|alias)/[a-zA-Z0-9/_-]{1,256}$",parentSchema:schema29,data:data24};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
}
errors++;
}
}
}
if(data.tracing !== undefined){
let data25 = data.tracing;
if((typeof data25 !== "string") && (data25 !== null)){
const err56 = {instancePath:instancePath+"/tracing",schemaPath:"#/properties/tracing/type",keyword:"type",params:{type: schema91.properties.tracing.type},schema:schema91.properties.tracing.type,parentSchema:schema91.properties.tracing,data:data25};
if(vErrors === null){
vErrors = [err56];
}
else {
vErrors.push(err56);
}
errors++;
}
if(!(((data25 === "Active") || (data25 === "PassThrough")) || (data25 === null))){
const err57 = {instancePath:instancePath+"/tracing",schemaPath:"#/properties/tracing/enum",keyword:"enum",params:{allowedValues: schema91.properties.tracing.enum},schema:schema91.properties.tracing.enum,parentSchema:schema91.properties.tracing,data:data25};
if(vErrors === null){
vErrors = [err57];
}
else {
vErrors.push(err57);
}
errors++;
}
}
if(data.snapStart !== undefined){
let data26 = data.snapStart;
if((typeof data26 !== "string") && (data26 !== null)){
const err58 = {instancePath:instancePath+"/snapStart",schemaPath:"#/properties/snapStart/type",keyword:"type",params:{type: schema91.properties.snapStart.type},schema:schema91.properties.snapStart.type,parentSchema:schema91.properties.snapStart,data:data26};
if(vErrors === null){
vErrors = [err58];
}
else {
vErrors.push(err58);
}
errors++;
}
if(!(((data26 === "PublishedVersions") || (data26 === "None")) || (data26 === null))){
const err59 = {instancePath:instancePath+"/snapStart",schemaPath:"#/properties/snapStart/enum",keyword:"enum",params:{allowedValues: schema91.properties.snapStart.enum},schema:schema91.properties.snapStart.enum,parentSchema:schema91.properties.snapStart,data:data26};
if(vErrors === null){
vErrors = [err59];
}
else {
vErrors.push(err59);
}
errors++;
}
}
if(data.logging !== undefined){
let data27 = data.logging;
if((!(data27 && typeof data27 == "object" && !Array.isArray(data27))) && (data27 !== null)){
const err60 = {instancePath:instancePath+"/logging",schemaPath:"#/definitions/logging/type",keyword:"type",params:{type: schema30.type},schema:schema30.type,parentSchema:schema30,data:data27};
if(vErrors === null){
vErrors = [err60];
}
else {
vErrors.push(err60);
}
errors++;
}
if(data27 && typeof data27 == "object" && !Array.isArray(data27)){
for(const key4 in data27){
if(!(((((key4 === "format") || (key4 === "applicationLogLevel")) || (key4 === "systemLogLevel")) || (key4 === "group")) || (key4 === "retentionInDays"))){
const err61 = {instancePath:instancePath+"/logging",schemaPath:"#/definitions/logging/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key4},schema:false,parentSchema:schema30,data:data27};
if(vErrors === null){
vErrors = [err61];
}
else {
vErrors.push(err61);
}
errors++;
}
}
if(data27.format !== undefined){
let data28 = data27.format;
if((typeof data28 !== "string") && (data28 !== null)){
const err62 = {instancePath:instancePath+"/logging/format",schemaPath:"#/definitions/logging/properties/format/type",keyword:"type",params:{type: schema30.properties.format.type},schema:schema30.properties.format.type,parentSchema:schema30.properties.format,data:data28};
if(vErrors === null){
vErrors = [err62];
}
else {
vErrors.push(err62);
}
errors++;
}
if(!(((data28 === "Text") || (data28 === "JSON")) || (data28 === null))){
const err63 = {instancePath:instancePath+"/logging/format",schemaPath:"#/definitions/logging/properties/format/enum",keyword:"enum",params:{allowedValues: schema30.properties.format.enum},schema:schema30.properties.format.enum,parentSchema:schema30.properties.format,data:data28};
if(vErrors === null){
vErrors = [err63];
}
else {
vErrors.push(err63);
}
errors++;
}
}
if(data27.applicationLogLevel !== undefined){
let data29 = data27.applicationLogLevel;
if((typeof data29 !== "string") && (data29 !== null)){
const err64 = {instancePath:instancePath+"/logging/applicationLogLevel",schemaPath:"#/definitions/logging/properties/applicationLogLevel/type",keyword:"type",params:{type: schema30.properties.applicationLogLevel.type},schema:schema30.properties.applicationLogLevel.type,parentSchema:schema30.properties.applicationLogLevel,data:data29};
if(vErrors === null){
vErrors = [err64];
}
else {
vErrors.push(err64);
}
errors++;
}
if(!(((((((data29 === "TRACE") || (data29 === "DEBUG")) || (data29 === "INFO")) || (data29 === "WARN")) || (data29 === "ERROR")) || (data29 === "FATAL")) || (data29 === null))){
const err65 = {instancePath:instancePath+"/logging/applicationLogLevel",schemaPath:"#/definitions/logging/properties/applicationLogLevel/enum",keyword:"enum",params:{allowedValues: schema30.properties.applicationLogLevel.enum},schema:schema30.properties.applicationLogLevel.enum,parentSchema:schema30.properties.applicationLogLevel,data:data29};
if(vErrors === null){
vErrors = [err65];
}
else {
vErrors.push(err65);
}
errors++;
}
}
if(data27.systemLogLevel !== undefined){
let data30 = data27.systemLogLevel;
if((typeof data30 !== "string") && (data30 !== null)){
const err66 = {instancePath:instancePath+"/logging/systemLogLevel",schemaPath:"#/definitions/logging/properties/systemLogLevel/type",keyword:"type",params:{type: schema30.properties.systemLogLevel.type},schema:schema30.properties.systemLogLevel.type,parentSchema:schema30.properties.systemLogLevel,data:data30};
if(vErrors === null){
vErrors = [err66];
}
else {
vErrors.push(err66);
}
errors++;
}
if(!((((data30 === "DEBUG") || (data30 === "INFO")) || (data30 === "WARN")) || (data30 === null))){
const err67 = {instancePath:instancePath+"/logging/systemLogLevel",schemaPath:"#/definitions/logging/properties/systemLogLevel/enum",keyword:"enum",params:{allowedValues: schema30.properties.systemLogLevel.enum},schema:schema30.properties.systemLogLevel.enum,parentSchema:schema30.properties.systemLogLevel,data:data30};
if(vErrors === null){
vErrors = [err67];
}
else {
vErrors.push(err67);
}
errors++;
}
}
if(data27.group !== undefined){
let data31 = data27.group;
if((typeof data31 !== "string") && (data31 !== null)){
const err68 = {instancePath:instancePath+"/logging/group",schemaPath:"#/definitions/logging/properties/group/type",keyword:"type",params:{type: schema30.properties.group.type},schema:schema30.properties.group.type,parentSchema:schema30.properties.group,data:data31};
if(vErrors === null){
vErrors = [err68];
}
else {
vErrors.push(err68);
}
errors++;
}
if(typeof data31 === "string"){
if(!pattern26.test(data31)){
const err69 = {instancePath:instancePath+"/logging/group",schemaPath:"#/definitions/logging/properties/group/pattern",keyword:"pattern",params:{pattern: "^[.\\-_/#A-Za-z0-9]{1,512}$"},schema:"^[.\\-_/#A-Za-z0-9]{1,512}$",parentSchema:schema30.properties.group,data:data31};
if(vErrors === null){
vErrors = [err69];
}
else {
vErrors.push(err69);
}
errors++;
}
}
}
if(data27.retentionInDays !== undefined){
let data32 = data27.retentionInDays;
if((!(((typeof data32 == "number") && (!(data32 % 1) && !isNaN(data32))) && (isFinite(data32)))) && (data32 !== null)){
const err70 = {instancePath:instancePath+"/logging/retentionInDays",schemaPath:"#/definitions/logging/properties/retentionInDays/type",keyword:"type",params:{type: schema30.properties.retentionInDays.type},schema:schema30.properties.retentionInDays.type,parentSchema:schema30.properties.retentionInDays,data:data32};
if(vErrors === null){
vErrors = [err70];
}
else {
vErrors.push(err70);
}
errors++;
}
if(!(((((((((((((((((((((((data32 === 1) || (data32 === 3)) || (data32 === 5)) || (data32 === 7)) || (data32 === 14)) || (data32 === 30)) || (data32 === 60)) || (data32 === 90)) || (data32 === 120)) || (data32 === 150)) || (data32 === 180)) || (data32 === 365)) || (data32 === 400)) || (data32 === 545)) || (data32 === 731)) || (data32 === 1096)) || (data32 === 1827)) || (data32 === 2192)) || (data32 === 2557)) || (data32 === 2922)) || (data32 === 3288)) || (data32 === 3653)) || (data32 === null))){
const err71 = {instancePath:instancePath+"/logging/retentionInDays",schemaPath:"#/definitions/logging/properties/retentionInDays/enum",keyword:"enum",params:{allowedValues: schema30.properties.retentionInDays.enum},schema:schema30.properties.retentionInDays.enum,parentSchema:schema30.properties.retentionInDays,data:data32};
if(vErrors === null){
vErrors = [err71];
}
else {
vErrors.push(err71);
}
errors++;
}
}
}
}
if(data.imageConfig !== undefined){
if(!(validate26(data.imageConfig, {instancePath:instancePath+"/imageConfig",parentData:data,parentDataProperty:"imageConfig",rootData}))){
vErrors = vErrors === null ? validate26.errors : vErrors.concat(validate26.errors);
errors = vErrors.length;
}
}
if(data.durable !== undefined){
if(!(validate28(data.durable, {instancePath:instancePath+"/durable",parentData:data,parentDataProperty:"durable",rootData}))){
vErrors = vErrors === null ? validate28.errors : vErrors.concat(validate28.errors);
errors = vErrors.length;
}
}
if(data.tags !== undefined){
let data35 = data.tags;
if((!(data35 && typeof data35 == "object" && !Array.isArray(data35))) && (data35 !== null)){
const err72 = {instancePath:instancePath+"/tags",schemaPath:"#/properties/tags/type",keyword:"type",params:{type: schema91.properties.tags.type},schema:schema91.properties.tags.type,parentSchema:schema91.properties.tags,data:data35};
if(vErrors === null){
vErrors = [err72];
}
else {
vErrors.push(err72);
}
errors++;
}
if(data35 && typeof data35 == "object" && !Array.isArray(data35)){
if(Object.keys(data35).length > 47){
const err73 = {instancePath:instancePath+"/tags",schemaPath:"#/properties/tags/maxProperties",keyword:"maxProperties",params:{limit: 47},schema:47,parentSchema:schema91.properties.tags,data:data35};
if(vErrors === null){
vErrors = [err73];
}
else {
vErrors.push(err73);
}
errors++;
}
for(const key5 in data35){
const _errs115 = errors;
if(typeof key5 === "string"){
if(func3(key5) > 128){
const err74 = {instancePath:instancePath+"/tags",schemaPath:"#/definitions/tagKey/maxLength",keyword:"maxLength",params:{limit: 128},schema:128,parentSchema:schema37,data:key5,propertyName:key5};
if(vErrors === null){
vErrors = [err74];
}
else {
vErrors.push(err74);
}
errors++;
}
if(func3(key5) < 1){
const err75 = {instancePath:instancePath+"/tags",schemaPath:"#/definitions/tagKey/minLength",keyword:"minLength",params:{limit: 1},schema:1,parentSchema:schema37,data:key5,propertyName:key5};
if(vErrors === null){
vErrors = [err75];
}
else {
vErrors.push(err75);
}
errors++;
}
if(!pattern29.test(key5)){
const err76 = {instancePath:instancePath+"/tags",schemaPath:"#/definitions/tagKey/pattern",keyword:"pattern",params:{pattern: "^[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*$"},schema:"^[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*$",parentSchema:schema37,data:key5,propertyName:key5};
if(vErrors === null){
vErrors = [err76];
}
else {
vErrors.push(err76);
}
errors++;
}
}
else {
const err77 = {instancePath:instancePath+"/tags",schemaPath:"#/definitions/tagKey/type",keyword:"type",params:{type: "string"},schema:schema37.type,parentSchema:schema37,data:key5,propertyName:key5};
if(vErrors === null){
vErrors = [err77];
}
else {
vErrors.push(err77);
}
errors++;
}
var valid23 = _errs115 === errors;
if(!valid23){
const err78 = {instancePath:instancePath+"/tags",schemaPath:"#/properties/tags/propertyNames",keyword:"propertyNames",params:{propertyName: key5},schema:schema91.properties.tags.propertyNames,parentSchema:schema91.properties.tags,data:data35};
if(vErrors === null){
vErrors = [err78];
}
else {
vErrors.push(err78);
}
errors++;
}
}
for(const key6 in data35){
let data36 = data35[key6];
if(typeof data36 === "string"){
if(func3(data36) > 256){
const err79 = {instancePath:instancePath+"/tags/" + key6.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/tagValue/maxLength",keyword:"maxLength",params:{limit: 256},schema:256,parentSchema:schema38,data:data36};
if(vErrors === null){
vErrors = [err79];
}
else {
vErrors.push(err79);
}
errors++;
}
if(!pattern29.test(data36)){
const err80 = {instancePath:instancePath+"/tags/" + key6.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/tagValue/pattern",keyword:"pattern",params:{pattern: "^[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*$"},schema:"^[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*$",parentSchema:schema38,data:data36};
if(vErrors === null){
vErrors = [err80];
}
else {
vErrors.push(err80);
}
errors++;
}
}
else {
const err81 = {instancePath:instancePath+"/tags/" + key6.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/tagValue/type",keyword:"type",params:{type: "string"},schema:schema38.type,parentSchema:schema38,data:data36};
if(vErrors === null){
vErrors = [err81];
}
else {
vErrors.push(err81);
}
errors++;
}
}
}
}
if(data.reservedConcurrency !== undefined){
let data37 = data.reservedConcurrency;
if((!(((typeof data37 == "number") && (!(data37 % 1) && !isNaN(data37))) && (isFinite(data37)))) && (data37 !== null)){
const err82 = {instancePath:instancePath+"/reservedConcurrency",schemaPath:"#/properties/reservedConcurrency/type",keyword:"type",params:{type: schema91.properties.reservedConcurrency.type},schema:schema91.properties.reservedConcurrency.type,parentSchema:schema91.properties.reservedConcurrency,data:data37};
if(vErrors === null){
vErrors = [err82];
}
else {
vErrors.push(err82);
}
errors++;
}
if((typeof data37 == "number") && (isFinite(data37))){
if(data37 > 1000000 || isNaN(data37)){
const err83 = {instancePath:instancePath+"/reservedConcurrency",schemaPath:"#/properties/reservedConcurrency/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000},schema:1000000,parentSchema:schema91.properties.reservedConcurrency,data:data37};
if(vErrors === null){
vErrors = [err83];
}
else {
vErrors.push(err83);
}
errors++;
}
if(data37 < 0 || isNaN(data37)){
const err84 = {instancePath:instancePath+"/reservedConcurrency",schemaPath:"#/properties/reservedConcurrency/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},schema:0,parentSchema:schema91.properties.reservedConcurrency,data:data37};
if(vErrors === null){
vErrors = [err84];
}
else {
vErrors.push(err84);
}
errors++;
}
}
}
if(data.recursion !== undefined){
let data38 = data.recursion;
if((typeof data38 !== "string") && (data38 !== null)){
const err85 = {instancePath:instancePath+"/recursion",schemaPath:"#/properties/recursion/type",keyword:"type",params:{type: schema91.properties.recursion.type},schema:schema91.properties.recursion.type,parentSchema:schema91.properties.recursion,data:data38};
if(vErrors === null){
vErrors = [err85];
}
else {
vErrors.push(err85);
}
errors++;
}
if(!(((data38 === "Allow") || (data38 === "Terminate")) || (data38 === null))){
const err86 = {instancePath:instancePath+"/recursion",schemaPath:"#/properties/recursion/enum",keyword:"enum",params:{allowedValues: schema91.properties.recursion.enum},schema:schema91.properties.recursion.enum,parentSchema:schema91.properties.recursion,data:data38};
if(vErrors === null){
vErrors = [err86];
}
else {
vErrors.push(err86);
}
errors++;
}
}
if(data.codeSigning !== undefined){
let data39 = data.codeSigning;
if((typeof data39 !== "string") && (data39 !== null)){
const err87 = {instancePath:instancePath+"/codeSigning",schemaPath:"#/properties/codeSigning/type",keyword:"type",params:{type: schema91.properties.codeSigning.type},schema:schema91.properties.codeSigning.type,parentSchema:schema91.properties.codeSigning,data:data39};
if(vErrors === null){
vErrors = [err87];
}
else {
vErrors.push(err87);
}
errors++;
}
if(typeof data39 === "string"){
if(!pattern31.test(data39)){
const err88 = {instancePath:instancePath+"/codeSigning",schemaPath:"#/properties/codeSigning/pattern",keyword:"pattern",params:{pattern: "^arn:(aws[a-zA-Z-]*)?:lambda:(eusc-)?[a-z]{2}(-gov|-iso[a-z]?)?-[a-z]+-\\d:\\d{12}:code-signing-config:csc-[a-z0-9]{17}$"},schema:"^arn:(aws[a-zA-Z-]*)?:lambda:(eusc-)?[a-z]{2}(-gov|-iso[a-z]?)?-[a-z]+-\\d:\\d{12}:code-signing-config:csc-[a-z0-9]{17}$",parentSchema:schema91.properties.codeSigning,data:data39};
if(vErrors === null){
vErrors = [err88];
}
else {
vErrors.push(err88);
}
errors++;
}
}
}
if(data.runtimeManagement !== undefined){
if(!(validate30(data.runtimeManagement, {instancePath:instancePath+"/runtimeManagement",parentData:data,parentDataProperty:"runtimeManagement",rootData}))){
vErrors = vErrors === null ? validate30.errors : vErrors.concat(validate30.errors);
errors = vErrors.length;
}
}
if(data.packageType !== undefined){
let data41 = data.packageType;
if(typeof data41 !== "string"){
const err89 = {instancePath:instancePath+"/packageType",schemaPath:"#/properties/packageType/type",keyword:"type",params:{type: "string"},schema:schema91.properties.packageType.type,parentSchema:schema91.properties.packageType,data:data41};
if(vErrors === null){
vErrors = [err89];
}
else {
vErrors.push(err89);
}
errors++;
}
if(!((data41 === "Zip") || (data41 === "Image"))){
const err90 = {instancePath:instancePath+"/packageType",schemaPath:"#/properties/packageType/enum",keyword:"enum",params:{allowedValues: schema91.properties.packageType.enum},schema:schema91.properties.packageType.enum,parentSchema:schema91.properties.packageType,data:data41};
if(vErrors === null){
vErrors = [err90];
}
else {
vErrors.push(err90);
}
errors++;
}
}
if(data.tenancy !== undefined){
let data42 = data.tenancy;
if(typeof data42 !== "string"){
const err91 = {instancePath:instancePath+"/tenancy",schemaPath:"#/properties/tenancy/type",keyword:"type",params:{type: "string"},schema:schema91.properties.tenancy.type,parentSchema:schema91.properties.tenancy,data:data42};
if(vErrors === null){
vErrors = [err91];
}
else {
vErrors.push(err91);
}
errors++;
}
if(!(data42 === "PER_TENANT")){
const err92 = {instancePath:instancePath+"/tenancy",schemaPath:"#/properties/tenancy/enum",keyword:"enum",params:{allowedValues: schema91.properties.tenancy.enum},schema:schema91.properties.tenancy.enum,parentSchema:schema91.properties.tenancy,data:data42};
if(vErrors === null){
vErrors = [err92];
}
else {
vErrors.push(err92);
}
errors++;
}
}
if(data.capacityProvider !== undefined){
let data43 = data.capacityProvider;
if((!(data43 && typeof data43 == "object" && !Array.isArray(data43))) && (data43 !== null)){
const err93 = {instancePath:instancePath+"/capacityProvider",schemaPath:"#/definitions/capacityProvider/type",keyword:"type",params:{type: schema42.type},schema:schema42.type,parentSchema:schema42,data:data43};
if(vErrors === null){
vErrors = [err93];
}
else {
vErrors.push(err93);
}
errors++;
}
if(data43 && typeof data43 == "object" && !Array.isArray(data43)){
for(const key7 in data43){
if(!(((key7 === "arn") || (key7 === "perExecutionEnvironmentMaxConcurrency")) || (key7 === "executionEnvironmentMemoryGiBPerVCpu"))){
const err94 = {instancePath:instancePath+"/capacityProvider",schemaPath:"#/definitions/capacityProvider/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key7},schema:false,parentSchema:schema42,data:data43};
if(vErrors === null){
vErrors = [err94];
}
else {
vErrors.push(err94);
}
errors++;
}
}
if(data43.arn !== undefined){
let data44 = data43.arn;
if(typeof data44 === "string"){
if(func3(data44) > 140){
const err95 = {instancePath:instancePath+"/capacityProvider/arn",schemaPath:"#/definitions/capacityProvider/properties/arn/maxLength",keyword:"maxLength",params:{limit: 140},schema:140,parentSchema:schema42.properties.arn,data:data44};
if(vErrors === null){
vErrors = [err95];
}
else {
vErrors.push(err95);
}
errors++;
}
if(!pattern33.test(data44)){
const err96 = {instancePath:instancePath+"/capacityProvider/arn",schemaPath:"#/definitions/capacityProvider/properties/arn/pattern",keyword:"pattern",params:{pattern: "^arn:aws[a-zA-Z-]*:lambda:(eusc-)?[a-z]{2}(-gov|-iso[a-z]?)?-[a-z]+-\\d:\\d{12}:capacity-provider:[a-zA-Z0-9_-]+$"},schema:"^arn:aws[a-zA-Z-]*:lambda:(eusc-)?[a-z]{2}(-gov|-iso[a-z]?)?-[a-z]+-\\d:\\d{12}:capacity-provider:[a-zA-Z0-9_-]+$",parentSchema:schema42.properties.arn,data:data44};
if(vErrors === null){
vErrors = [err96];
}
else {
vErrors.push(err96);
}
errors++;
}
}
else {
const err97 = {instancePath:instancePath+"/capacityProvider/arn",schemaPath:"#/definitions/capacityProvider/properties/arn/type",keyword:"type",params:{type: "string"},schema:schema42.properties.arn.type,parentSchema:schema42.properties.arn,data:data44};
if(vErrors === null){
vErrors = [err97];
}
else {
vErrors.push(err97);
}
errors++;
}
}
if(data43.perExecutionEnvironmentMaxConcurrency !== undefined){
let data45 = data43.perExecutionEnvironmentMaxConcurrency;
if((!(((typeof data45 == "number") && (!(data45 % 1) && !isNaN(data45))) && (isFinite(data45)))) && (data45 !== null)){
const err98 = {instancePath:instancePath+"/capacityProvider/perExecutionEnvironmentMaxConcurrency",schemaPath:"#/definitions/capacityProvider/properties/perExecutionEnvironmentMaxConcurrency/type",keyword:"type",params:{type: schema42.properties.perExecutionEnvironmentMaxConcurrency.type},schema:schema42.properties.perExecutionEnvironmentMaxConcurrency.type,parentSchema:schema42.properties.perExecutionEnvironmentMaxConcurrency,data:data45};
if(vErrors === null){
vErrors = [err98];
}
else {
vErrors.push(err98);
}
errors++;
}
if((typeof data45 == "number") && (isFinite(data45))){
if(data45 > 1600 || isNaN(data45)){
const err99 = {instancePath:instancePath+"/capacityProvider/perExecutionEnvironmentMaxConcurrency",schemaPath:"#/definitions/capacityProvider/properties/perExecutionEnvironmentMaxConcurrency/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1600},schema:1600,parentSchema:schema42.properties.perExecutionEnvironmentMaxConcurrency,data:data45};
if(vErrors === null){
vErrors = [err99];
}
else {
vErrors.push(err99);
}
errors++;
}
if(data45 < 1 || isNaN(data45)){
const err100 = {instancePath:instancePath+"/capacityProvider/perExecutionEnvironmentMaxConcurrency",schemaPath:"#/definitions/capacityProvider/properties/perExecutionEnvironmentMaxConcurrency/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},schema:1,parentSchema:schema42.properties.perExecutionEnvironmentMaxConcurrency,data:data45};
if(vErrors === null){
vErrors = [err100];
}
else {
vErrors.push(err100);
}
errors++;
}
}
}
if(data43.executionEnvironmentMemoryGiBPerVCpu !== undefined){
let data46 = data43.executionEnvironmentMemoryGiBPerVCpu;
if((!((typeof data46 == "number") && (isFinite(data46)))) && (data46 !== null)){
const err101 = {instancePath:instancePath+"/capacityProvider/executionEnvironmentMemoryGiBPerVCpu",schemaPath:"#/definitions/capacityProvider/properties/executionEnvironmentMemoryGiBPerVCpu/type",keyword:"type",params:{type: schema42.properties.executionEnvironmentMemoryGiBPerVCpu.type},schema:schema42.properties.executionEnvironmentMemoryGiBPerVCpu.type,parentSchema:schema42.properties.executionEnvironmentMemoryGiBPerVCpu,data:data46};
if(vErrors === null){
vErrors = [err101];
}
else {
vErrors.push(err101);
}
errors++;
}
if((typeof data46 == "number") && (isFinite(data46))){
if(data46 > 8 || isNaN(data46)){
const err102 = {instancePath:instancePath+"/capacityProvider/executionEnvironmentMemoryGiBPerVCpu",schemaPath:"#/definitions/capacityProvider/properties/executionEnvironmentMemoryGiBPerVCpu/maximum",keyword:"maximum",params:{comparison: "<=", limit: 8},schema:8,parentSchema:schema42.properties.executionEnvironmentMemoryGiBPerVCpu,data:data46};
if(vErrors === null){
vErrors = [err102];
}
else {
vErrors.push(err102);
}
errors++;
}
if(data46 < 2 || isNaN(data46)){
const err103 = {instancePath:instancePath+"/capacityProvider/executionEnvironmentMemoryGiBPerVCpu",schemaPath:"#/definitions/capacityProvider/properties/executionEnvironmentMemoryGiBPerVCpu/minimum",keyword:"minimum",params:{comparison: ">=", limit: 2},schema:2,parentSchema:schema42.properties.executionEnvironmentMemoryGiBPerVCpu,data:data46};
if(vErrors === null){
vErrors = [err103];
}
else {
vErrors.push(err103);
}
errors++;
}
}
}
}
}
if(data.manage !== undefined){
let data47 = data.manage;
if(typeof data47 !== "string"){
const err104 = {instancePath:instancePath+"/manage",schemaPath:"#/properties/manage/type",keyword:"type",params:{type: "string"},schema:schema91.properties.manage.type,parentSchema:schema91.properties.manage,data:data47};
if(vErrors === null){
vErrors = [err104];
}
else {
vErrors.push(err104);
}
errors++;
}
if(!((data47 === "all") || (data47 === "release"))){
const err105 = {instancePath:instancePath+"/manage",schemaPath:"#/properties/manage/enum",keyword:"enum",params:{allowedValues: schema91.properties.manage.enum},schema:schema91.properties.manage.enum,parentSchema:schema91.properties.manage,data:data47};
if(vErrors === null){
vErrors = [err105];
}
else {
vErrors.push(err105);
}
errors++;
}
}
if(data.alias !== undefined){
let data48 = data.alias;
if(typeof data48 === "string"){
if(!pattern34.test(data48)){
const err106 = {instancePath:instancePath+"/alias",schemaPath:"#/properties/alias/pattern",keyword:"pattern",params:{pattern: "^(?!\\d+$)[a-zA-Z0-9_-]{1,128}$"},schema:"^(?!\\d+$)[a-zA-Z0-9_-]{1,128}$",parentSchema:schema91.properties.alias,data:data48};
if(vErrors === null){
vErrors = [err106];
}
else {
vErrors.push(err106);
}
errors++;
}
}
else {
const err107 = {instancePath:instancePath+"/alias",schemaPath:"#/properties/alias/type",keyword:"type",params:{type: "string"},schema:schema91.properties.alias.type,parentSchema:schema91.properties.alias,data:data48};
if(vErrors === null){
vErrors = [err107];
}
else {
vErrors.push(err107);
}
errors++;
}
}
if(data.alarms !== undefined){
if(!(validate32(data.alarms, {instancePath:instancePath+"/alarms",parentData:data,parentDataProperty:"alarms",rootData}))){
vErrors = vErrors === null ? validate32.errors : vErrors.concat(validate32.errors);
errors = vErrors.length;
}
}
if(data.hooks !== undefined){
if(!(validate42(data.hooks, {instancePath:instancePath+"/hooks",parentData:data,parentDataProperty:"hooks",rootData}))){
vErrors = vErrors === null ? validate42.errors : vErrors.concat(validate42.errors);
errors = vErrors.length;
}
}
if(data.provisionedConcurrency !== undefined){
let data51 = data.provisionedConcurrency;
if((!(((typeof data51 == "number") && (!(data51 % 1) && !isNaN(data51))) && (isFinite(data51)))) && (data51 !== null)){
const err108 = {instancePath:instancePath+"/provisionedConcurrency",schemaPath:"#/properties/provisionedConcurrency/type",keyword:"type",params:{type: schema91.properties.provisionedConcurrency.type},schema:schema91.properties.provisionedConcurrency.type,parentSchema:schema91.properties.provisionedConcurrency,data:data51};
if(vErrors === null){
vErrors = [err108];
}
else {
vErrors.push(err108);
}
errors++;
}
if((typeof data51 == "number") && (isFinite(data51))){
if(data51 > 1000000 || isNaN(data51)){
const err109 = {instancePath:instancePath+"/provisionedConcurrency",schemaPath:"#/properties/provisionedConcurrency/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000},schema:1000000,parentSchema:schema91.properties.provisionedConcurrency,data:data51};
if(vErrors === null){
vErrors = [err109];
}
else {
vErrors.push(err109);
}
errors++;
}
if(data51 < 1 || isNaN(data51)){
const err110 = {instancePath:instancePath+"/provisionedConcurrency",schemaPath:"#/properties/provisionedConcurrency/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},schema:1,parentSchema:schema91.properties.provisionedConcurrency,data:data51};
if(vErrors === null){
vErrors = [err110];
}
else {
vErrors.push(err110);
}
errors++;
}
}
}
if(data.keepVersions !== undefined){
let data52 = data.keepVersions;
if((!(((typeof data52 == "number") && (!(data52 % 1) && !isNaN(data52))) && (isFinite(data52)))) && (data52 !== null)){
const err111 = {instancePath:instancePath+"/keepVersions",schemaPath:"#/properties/keepVersions/type",keyword:"type",params:{type: schema91.properties.keepVersions.type},schema:schema91.properties.keepVersions.type,parentSchema:schema91.properties.keepVersions,data:data52};
if(vErrors === null){
vErrors = [err111];
}
else {
vErrors.push(err111);
}
errors++;
}
if((typeof data52 == "number") && (isFinite(data52))){
if(data52 > 1000 || isNaN(data52)){
const err112 = {instancePath:instancePath+"/keepVersions",schemaPath:"#/properties/keepVersions/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000},schema:1000,parentSchema:schema91.properties.keepVersions,data:data52};
if(vErrors === null){
vErrors = [err112];
}
else {
vErrors.push(err112);
}
errors++;
}
if(data52 < 1 || isNaN(data52)){
const err113 = {instancePath:instancePath+"/keepVersions",schemaPath:"#/properties/keepVersions/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},schema:1,parentSchema:schema91.properties.keepVersions,data:data52};
if(vErrors === null){
vErrors = [err113];
}
else {
vErrors.push(err113);
}
errors++;
}
}
}
if(data.testEvents !== undefined){
let data53 = data.testEvents;
if(typeof data53 === "string"){
if(func3(data53) > 1024){
const err114 = {instancePath:instancePath+"/testEvents",schemaPath:"#/properties/testEvents/maxLength",keyword:"maxLength",params:{limit: 1024},schema:1024,parentSchema:schema91.properties.testEvents,data:data53};
if(vErrors === null){
vErrors = [err114];
}
else {
vErrors.push(err114);
}
errors++;
}
if(func3(data53) < 1){
const err115 = {instancePath:instancePath+"/testEvents",schemaPath:"#/properties/testEvents/minLength",keyword:"minLength",params:{limit: 1},schema:1,parentSchema:schema91.properties.testEvents,data:data53};
if(vErrors === null){
vErrors = [err115];
}
else {
vErrors.push(err115);
}
errors++;
}
}
else {
const err116 = {instancePath:instancePath+"/testEvents",schemaPath:"#/properties/testEvents/type",keyword:"type",params:{type: "string"},schema:schema91.properties.testEvents.type,parentSchema:schema91.properties.testEvents,data:data53};
if(vErrors === null){
vErrors = [err116];
}
else {
vErrors.push(err116);
}
errors++;
}
}
if(data.rollout !== undefined){
let data54 = data.rollout;
if(typeof data54 === "string"){
if(func3(data54) > 64){
const err117 = {instancePath:instancePath+"/rollout",schemaPath:"#/definitions/rolloutName/maxLength",keyword:"maxLength",params:{limit: 64},schema:64,parentSchema:schema84,data:data54};
if(vErrors === null){
vErrors = [err117];
}
else {
vErrors.push(err117);
}
errors++;
}
if(func3(data54) < 1){
const err118 = {instancePath:instancePath+"/rollout",schemaPath:"#/definitions/rolloutName/minLength",keyword:"minLength",params:{limit: 1},schema:1,parentSchema:schema84,data:data54};
if(vErrors === null){
vErrors = [err118];
}
else {
vErrors.push(err118);
}
errors++;
}
}
else {
const err119 = {instancePath:instancePath+"/rollout",schemaPath:"#/definitions/rolloutName/type",keyword:"type",params:{type: "string"},schema:schema84.type,parentSchema:schema84,data:data54};
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
else {
const err120 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema91.type,parentSchema:schema91,data};
if(vErrors === null){
vErrors = [err120];
}
else {
vErrors.push(err120);
}
errors++;
}
validate71.errors = vErrors;
return errors === 0;
}

const schema107 = {"title":"Rollout","description":"How traffic moves to the candidate: a canary, equal steps, free steps, or one of CodeDeploy's words.","examples":[{"canary":"10%","bake":"10m"},"Linear10PercentEvery2Minutes",{"steps":[{"weight":"5%","bake":"5m","approval":true},{"weight":"50%","bake":"10m"}]}],"anyOf":[{"$ref":"#/definitions/preset"},{"$ref":"#/definitions/canary"},{"$ref":"#/definitions/linear"},{"$ref":"#/definitions/steps"}],"$comment":"rollout","branches":{"preset":null,"canary":["canary","bake","approval","bakeAfter"],"linear":["linear","every","bakeAfter"],"steps":["steps","bakeAfter"]}};
const schema108 = {"title":"Preset","description":"One of CodeDeploy's words for a rollout.","enum":["Canary10Percent5Minutes","Canary10Percent10Minutes","Canary10Percent15Minutes","Canary10Percent30Minutes","Linear10PercentEvery1Minute","Linear10PercentEvery2Minutes","Linear10PercentEvery3Minutes","Linear10PercentEvery10Minutes","AllAtOnce"],"type":"string","examples":["Canary10Percent5Minutes"],"$comment":"preset"};
const schema109 = {"title":"Canary","description":"A share of the traffic first, then all of it.","type":"object","required":["canary"],"additionalProperties":false,"examples":[{"canary":"10%","bake":"10m"}],"properties":{"canary":{"$ref":"#/definitions/weight","description":"The share of requests that the candidate gets first.","examples":["10%"]},"bake":{"$ref":"#/definitions/duration","description":"How long it is watched at that share before it gets everything.","default":"10m","examples":["10m"]},"approval":{"$ref":"#/definitions/approval","description":"Whether a person has to approve before it gets everything.","examples":[true,{"expires":"4h","then":"continue"}]},"bakeAfter":{"$ref":"#/definitions/duration","description":"How long it is watched at 100% before the release ends.","default":"0s","examples":["5m"]}},"$comment":"canary"};
const schema110 = {"description":"The share of requests that the candidate gets: above 0%, below 100%.","type":"string","pattern":"^(?!0{1,2}(\\.0)?%)\\d{1,2}(\\.\\d)?%$","examples":["10%","0.5%"],"$comment":"weight"};
const pattern80 = new RegExp("^(?!0{1,2}(\\.0)?%)\\d{1,2}(\\.\\d)?%$", "u");
const schema112 = {"description":"Waits for `shipit approve`, for 24 hours; or says how long, and what then.","examples":[true,{"expires":"4h","then":"continue"}],"anyOf":[{"$ref":"#/definitions/approvalWord"},{"$ref":"#/definitions/approvalTerms"}],"$comment":"approval","branches":{"approvalWord":null,"approvalTerms":["expires","then"]}};
const schema113 = {"description":"Whether a person has to approve.","type":"boolean","examples":[true],"$comment":"approvalWord"};
const schema114 = {"title":"Approval terms","description":"How long it waits for a person, and what then.","type":"object","additionalProperties":false,"examples":[{"expires":"4h","then":"continue"}],"properties":{"expires":{"$ref":"#/definitions/duration","description":"How long it waits.","default":"24h","examples":["4h"]},"then":{"description":"What happens when nobody answered.","type":"string","enum":["rollback","continue"],"default":"rollback","examples":["continue"],"$comment":"approvalTerms.then"}},"$comment":"approvalTerms"};

function validate84(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!((key0 === "expires") || (key0 === "then"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema114,data};
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
const err1 = {instancePath:instancePath+"/expires",schemaPath:"#/definitions/duration/pattern",keyword:"pattern",params:{pattern: "^(?=.)(\\d{1,4}h)?(\\d{1,5}m(?!s))?(\\d{1,6}s)?(\\d{1,7}ms)?$"},schema:"^(?=.)(\\d{1,4}h)?(\\d{1,5}m(?!s))?(\\d{1,6}s)?(\\d{1,7}ms)?$",parentSchema:schema35,data:data0};
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
const err2 = {instancePath:instancePath+"/expires",schemaPath:"#/definitions/duration/type",keyword:"type",params:{type: "string"},schema:schema35.type,parentSchema:schema35,data:data0};
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
const err3 = {instancePath:instancePath+"/then",schemaPath:"#/properties/then/type",keyword:"type",params:{type: "string"},schema:schema114.properties.then.type,parentSchema:schema114.properties.then,data:data1};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(!((data1 === "rollback") || (data1 === "continue"))){
const err4 = {instancePath:instancePath+"/then",schemaPath:"#/properties/then/enum",keyword:"enum",params:{allowedValues: schema114.properties.then.enum},schema:schema114.properties.then.enum,parentSchema:schema114.properties.then,data:data1};
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
const err5 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema114.type,parentSchema:schema114,data};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
validate84.errors = vErrors;
return errors === 0;
}


function validate83(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
const _errs1 = errors;
let valid0 = false;
const _errs2 = errors;
if(typeof data !== "boolean"){
const err0 = {instancePath,schemaPath:"#/definitions/approvalWord/type",keyword:"type",params:{type: "boolean"},schema:schema113.type,parentSchema:schema113,data};
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
if(!(validate84(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validate84.errors : vErrors.concat(validate84.errors);
errors = vErrors.length;
}
var _valid0 = _errs6 === errors;
valid0 = valid0 || _valid0;
}
if(!valid0){
const err1 = {instancePath,schemaPath:"#/anyOf",keyword:"anyOf",params:{},schema:schema112.anyOf,parentSchema:schema112,data};
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
validate83.errors = vErrors;
return errors === 0;
}


function validate82(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.canary === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "canary"},schema:schema109.required,parentSchema:schema109,data};
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
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema109,data};
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
if(!pattern80.test(data0)){
const err2 = {instancePath:instancePath+"/canary",schemaPath:"#/definitions/weight/pattern",keyword:"pattern",params:{pattern: "^(?!0{1,2}(\\.0)?%)\\d{1,2}(\\.\\d)?%$"},schema:"^(?!0{1,2}(\\.0)?%)\\d{1,2}(\\.\\d)?%$",parentSchema:schema110,data:data0};
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
const err3 = {instancePath:instancePath+"/canary",schemaPath:"#/definitions/weight/type",keyword:"type",params:{type: "string"},schema:schema110.type,parentSchema:schema110,data:data0};
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
const err4 = {instancePath:instancePath+"/bake",schemaPath:"#/definitions/duration/pattern",keyword:"pattern",params:{pattern: "^(?=.)(\\d{1,4}h)?(\\d{1,5}m(?!s))?(\\d{1,6}s)?(\\d{1,7}ms)?$"},schema:"^(?=.)(\\d{1,4}h)?(\\d{1,5}m(?!s))?(\\d{1,6}s)?(\\d{1,7}ms)?$",parentSchema:schema35,data:data1};
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
const err5 = {instancePath:instancePath+"/bake",schemaPath:"#/definitions/duration/type",keyword:"type",params:{type: "string"},schema:schema35.type,parentSchema:schema35,data:data1};
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
if(!(validate83(data.approval, {instancePath:instancePath+"/approval",parentData:data,parentDataProperty:"approval",rootData}))){
vErrors = vErrors === null ? validate83.errors : vErrors.concat(validate83.errors);
errors = vErrors.length;
}
}
if(data.bakeAfter !== undefined){
let data3 = data.bakeAfter;
if(typeof data3 === "string"){
if(!pattern6.test(data3)){
const err6 = {instancePath:instancePath+"/bakeAfter",schemaPath:"#/definitions/duration/pattern",keyword:"pattern",params:{pattern: "^(?=.)(\\d{1,4}h)?(\\d{1,5}m(?!s))?(\\d{1,6}s)?(\\d{1,7}ms)?$"},schema:"^(?=.)(\\d{1,4}h)?(\\d{1,5}m(?!s))?(\\d{1,6}s)?(\\d{1,7}ms)?$",parentSchema:schema35,data:data3};
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
const err7 = {instancePath:instancePath+"/bakeAfter",schemaPath:"#/definitions/duration/type",keyword:"type",params:{type: "string"},schema:schema35.type,parentSchema:schema35,data:data3};
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
const err8 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema109.type,parentSchema:schema109,data};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
validate82.errors = vErrors;
return errors === 0;
}

const schema117 = {"title":"Linear","description":"Equal shares, one after the other.","type":"object","required":["linear","every"],"additionalProperties":false,"examples":[{"linear":"10%","every":"1m"}],"properties":{"linear":{"$ref":"#/definitions/weight","description":"The share of requests that each step adds.","examples":["10%"]},"every":{"$ref":"#/definitions/duration","description":"How long each step is watched.","examples":["1m"]},"bakeAfter":{"$ref":"#/definitions/duration","description":"How long it is watched at 100% before the release ends.","default":"0s","examples":["5m"]}},"$comment":"linear"};

function validate88(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.linear === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "linear"},schema:schema117.required,parentSchema:schema117,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.every === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "every"},schema:schema117.required,parentSchema:schema117,data};
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
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema117,data};
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
if(!pattern80.test(data0)){
const err3 = {instancePath:instancePath+"/linear",schemaPath:"#/definitions/weight/pattern",keyword:"pattern",params:{pattern: "^(?!0{1,2}(\\.0)?%)\\d{1,2}(\\.\\d)?%$"},schema:"^(?!0{1,2}(\\.0)?%)\\d{1,2}(\\.\\d)?%$",parentSchema:schema110,data:data0};
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
const err4 = {instancePath:instancePath+"/linear",schemaPath:"#/definitions/weight/type",keyword:"type",params:{type: "string"},schema:schema110.type,parentSchema:schema110,data:data0};
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
const err5 = {instancePath:instancePath+"/every",schemaPath:"#/definitions/duration/pattern",keyword:"pattern",params:{pattern: "^(?=.)(\\d{1,4}h)?(\\d{1,5}m(?!s))?(\\d{1,6}s)?(\\d{1,7}ms)?$"},schema:"^(?=.)(\\d{1,4}h)?(\\d{1,5}m(?!s))?(\\d{1,6}s)?(\\d{1,7}ms)?$",parentSchema:schema35,data:data1};
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
const err6 = {instancePath:instancePath+"/every",schemaPath:"#/definitions/duration/type",keyword:"type",params:{type: "string"},schema:schema35.type,parentSchema:schema35,data:data1};
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
const err7 = {instancePath:instancePath+"/bakeAfter",schemaPath:"#/definitions/duration/pattern",keyword:"pattern",params:{pattern: "^(?=.)(\\d{1,4}h)?(\\d{1,5}m(?!s))?(\\d{1,6}s)?(\\d{1,7}ms)?$"},schema:"^(?=.)(\\d{1,4}h)?(\\d{1,5}m(?!s))?(\\d{1,6}s)?(\\d{1,7}ms)?$",parentSchema:schema35,data:data2};
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
const err8 = {instancePath:instancePath+"/bakeAfter",schemaPath:"#/definitions/duration/type",keyword:"type",params:{type: "string"},schema:schema35.type,parentSchema:schema35,data:data2};
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
const err9 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema117.type,parentSchema:schema117,data};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
validate88.errors = vErrors;
return errors === 0;
}

const schema121 = {"title":"Steps","description":"Free steps, each with its own weight and bake; 100% follows the last one.","type":"object","required":["steps"],"additionalProperties":false,"examples":[{"steps":[{"weight":"1%","bake":"2m"}],"bakeAfter":"5m"}],"properties":{"steps":{"description":"The steps; their weights rise.","type":"array","minItems":1,"maxItems":100,"items":{"$ref":"#/definitions/step"},"examples":[[{"weight":"1%","bake":"2m"}]],"$comment":"steps.steps"},"bakeAfter":{"$ref":"#/definitions/duration","description":"How long it is watched at 100% before the release ends.","default":"0s","examples":["5m"]}},"$comment":"steps"};
const schema122 = {"title":"Step","description":"One stop of a rollout.","type":"object","required":["weight"],"additionalProperties":false,"examples":[{"weight":"25%","bake":"5m"}],"properties":{"weight":{"$ref":"#/definitions/weight","description":"The share of requests that the candidate gets in this step.","examples":["25%"]},"bake":{"$ref":"#/definitions/duration","description":"How long this step is watched.","default":"10m","examples":["5m"]},"alarms":{"description":"Names of alarms that veto while this step lasts, beside those of the functions.","type":"array","maxItems":100,"uniqueItems":true,"items":{"description":"Name of an existing CloudWatch alarm.","type":"string","minLength":1,"maxLength":255,"examples":["orders-api-errors"],"$comment":"alarmName"},"examples":[["orders-checkout-errors"]],"$comment":"step.alarms"},"hooks":{"$ref":"#/definitions/hookList","description":"What is asked when its bake is over, after the hooks of the functions.","examples":[[{"run":["npm","run","smoke"]}]]},"approval":{"$ref":"#/definitions/approval","description":"Whether a person has to approve before the next step.","examples":[true,{"expires":"4h","then":"continue"}]}},"$comment":"step"};

function validate91(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.weight === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "weight"},schema:schema122.required,parentSchema:schema122,data};
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
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema122,data};
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
if(!pattern80.test(data0)){
const err2 = {instancePath:instancePath+"/weight",schemaPath:"#/definitions/weight/pattern",keyword:"pattern",params:{pattern: "^(?!0{1,2}(\\.0)?%)\\d{1,2}(\\.\\d)?%$"},schema:"^(?!0{1,2}(\\.0)?%)\\d{1,2}(\\.\\d)?%$",parentSchema:schema110,data:data0};
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
const err3 = {instancePath:instancePath+"/weight",schemaPath:"#/definitions/weight/type",keyword:"type",params:{type: "string"},schema:schema110.type,parentSchema:schema110,data:data0};
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
const err4 = {instancePath:instancePath+"/bake",schemaPath:"#/definitions/duration/pattern",keyword:"pattern",params:{pattern: "^(?=.)(\\d{1,4}h)?(\\d{1,5}m(?!s))?(\\d{1,6}s)?(\\d{1,7}ms)?$"},schema:"^(?=.)(\\d{1,4}h)?(\\d{1,5}m(?!s))?(\\d{1,6}s)?(\\d{1,7}ms)?$",parentSchema:schema35,data:data1};
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
const err5 = {instancePath:instancePath+"/bake",schemaPath:"#/definitions/duration/type",keyword:"type",params:{type: "string"},schema:schema35.type,parentSchema:schema35,data:data1};
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
const err6 = {instancePath:instancePath+"/alarms",schemaPath:"#/properties/alarms/maxItems",keyword:"maxItems",params:{limit: 100},schema:100,parentSchema:schema122.properties.alarms,data:data2};
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
const err7 = {instancePath:instancePath+"/alarms/" + i0,schemaPath:"#/properties/alarms/items/maxLength",keyword:"maxLength",params:{limit: 255},schema:255,parentSchema:schema122.properties.alarms.items,data:data3};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
if(func3(data3) < 1){
const err8 = {instancePath:instancePath+"/alarms/" + i0,schemaPath:"#/properties/alarms/items/minLength",keyword:"minLength",params:{limit: 1},schema:1,parentSchema:schema122.properties.alarms.items,data:data3};
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
const err9 = {instancePath:instancePath+"/alarms/" + i0,schemaPath:"#/properties/alarms/items/type",keyword:"type",params:{type: "string"},schema:schema122.properties.alarms.items.type,parentSchema:schema122.properties.alarms.items,data:data3};
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
const err10 = {instancePath:instancePath+"/alarms",schemaPath:"#/properties/alarms/uniqueItems",keyword:"uniqueItems",params:{i: i1, j: j0},schema:true,parentSchema:schema122.properties.alarms,data:data2};
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
const err11 = {instancePath:instancePath+"/alarms",schemaPath:"#/properties/alarms/type",keyword:"type",params:{type: "array"},schema:schema122.properties.alarms.type,parentSchema:schema122.properties.alarms,data:data2};
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
if(!(validate43(data.hooks, {instancePath:instancePath+"/hooks",parentData:data,parentDataProperty:"hooks",rootData}))){
vErrors = vErrors === null ? validate43.errors : vErrors.concat(validate43.errors);
errors = vErrors.length;
}
}
if(data.approval !== undefined){
if(!(validate83(data.approval, {instancePath:instancePath+"/approval",parentData:data,parentDataProperty:"approval",rootData}))){
vErrors = vErrors === null ? validate83.errors : vErrors.concat(validate83.errors);
errors = vErrors.length;
}
}
}
else {
const err12 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema122.type,parentSchema:schema122,data};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
validate91.errors = vErrors;
return errors === 0;
}


function validate90(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.steps === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "steps"},schema:schema121.required,parentSchema:schema121,data};
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
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema121,data};
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
const err2 = {instancePath:instancePath+"/steps",schemaPath:"#/properties/steps/maxItems",keyword:"maxItems",params:{limit: 100},schema:100,parentSchema:schema121.properties.steps,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data0.length < 1){
const err3 = {instancePath:instancePath+"/steps",schemaPath:"#/properties/steps/minItems",keyword:"minItems",params:{limit: 1},schema:1,parentSchema:schema121.properties.steps,data:data0};
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
if(!(validate91(data0[i0], {instancePath:instancePath+"/steps/" + i0,parentData:data0,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validate91.errors : vErrors.concat(validate91.errors);
errors = vErrors.length;
}
}
}
else {
const err4 = {instancePath:instancePath+"/steps",schemaPath:"#/properties/steps/type",keyword:"type",params:{type: "array"},schema:schema121.properties.steps.type,parentSchema:schema121.properties.steps,data:data0};
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
const err5 = {instancePath:instancePath+"/bakeAfter",schemaPath:"#/definitions/duration/pattern",keyword:"pattern",params:{pattern: "^(?=.)(\\d{1,4}h)?(\\d{1,5}m(?!s))?(\\d{1,6}s)?(\\d{1,7}ms)?$"},schema:"^(?=.)(\\d{1,4}h)?(\\d{1,5}m(?!s))?(\\d{1,6}s)?(\\d{1,7}ms)?$",parentSchema:schema35,data:data2};
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
const err6 = {instancePath:instancePath+"/bakeAfter",schemaPath:"#/definitions/duration/type",keyword:"type",params:{type: "string"},schema:schema35.type,parentSchema:schema35,data:data2};
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
const err7 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema121.type,parentSchema:schema121,data};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
validate90.errors = vErrors;
return errors === 0;
}


function validate81(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
const _errs1 = errors;
let valid0 = false;
const _errs2 = errors;
if(typeof data !== "string"){
const err0 = {instancePath,schemaPath:"#/definitions/preset/type",keyword:"type",params:{type: "string"},schema:schema108.type,parentSchema:schema108,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(!(((((((((data === "Canary10Percent5Minutes") || (data === "Canary10Percent10Minutes")) || (data === "Canary10Percent15Minutes")) || (data === "Canary10Percent30Minutes")) || (data === "Linear10PercentEvery1Minute")) || (data === "Linear10PercentEvery2Minutes")) || (data === "Linear10PercentEvery3Minutes")) || (data === "Linear10PercentEvery10Minutes")) || (data === "AllAtOnce"))){
const err1 = {instancePath,schemaPath:"#/definitions/preset/enum",keyword:"enum",params:{allowedValues: schema108.enum},schema:schema108.enum,parentSchema:schema108,data};
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
if(!(validate82(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validate82.errors : vErrors.concat(validate82.errors);
errors = vErrors.length;
}
var _valid0 = _errs6 === errors;
valid0 = valid0 || _valid0;
if(!valid0){
const _errs7 = errors;
if(!(validate88(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validate88.errors : vErrors.concat(validate88.errors);
errors = vErrors.length;
}
var _valid0 = _errs7 === errors;
valid0 = valid0 || _valid0;
if(!valid0){
const _errs8 = errors;
if(!(validate90(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validate90.errors : vErrors.concat(validate90.errors);
errors = vErrors.length;
}
var _valid0 = _errs8 === errors;
valid0 = valid0 || _valid0;
}
}
}
if(!valid0){
const err2 = {instancePath,schemaPath:"#/anyOf",keyword:"anyOf",params:{},schema:schema107.anyOf,parentSchema:schema107,data};
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
validate81.errors = vErrors;
return errors === 0;
}

const schema126 = {"title":"Guard","description":"The built-in gate: the candidate's own error rate over a step, and how alarms are read. It is on unless a release says --no-gate.","type":"object","additionalProperties":false,"examples":[{"maxErrorRate":"5%","minInvocations":20},{"insufficientData":"hold","ignoreFiring":["orders-known-problem"]}],"properties":{"maxErrorRate":{"$ref":"#/definitions/percent","description":"The largest share of the candidate's requests that may fail over a step.","default":"5%","examples":["5%"]},"minInvocations":{"description":"The guard does not speak before the candidate answered this many requests in a step.","type":"integer","minimum":1,"maximum":1000000,"default":20,"examples":[20],"$comment":"guard.minInvocations"},"insufficientData":{"description":"What an alarm without data says: nothing, wait, or go back.","type":"string","enum":["pass","hold","fail"],"default":"pass","examples":["hold"],"$comment":"guard.insufficientData"},"ignoreFiring":{"description":"Alarms that may fire and send nothing back; releases say which they were.","type":"array","maxItems":100,"uniqueItems":true,"items":{"description":"Name of an existing CloudWatch alarm.","type":"string","minLength":1,"maxLength":255,"examples":["orders-api-errors"],"$comment":"alarmName"},"examples":[["orders-known-problem"]],"$comment":"guard.ignoreFiring"},"onInconclusive":{"description":"What becomes of a step that is over without enough to judge it by.","type":"string","enum":["promote","hold","rollback"],"default":"promote","examples":["hold"],"$comment":"guard.onInconclusive"},"holdFor":{"$ref":"#/definitions/duration","description":"How long such a step waits for more before the release goes back.","default":"30m","examples":["1h"]}},"$comment":"guard"};

function validate97(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!((((((key0 === "maxErrorRate") || (key0 === "minInvocations")) || (key0 === "insufficientData")) || (key0 === "ignoreFiring")) || (key0 === "onInconclusive")) || (key0 === "holdFor"))){
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
if(data.maxErrorRate !== undefined){
let data0 = data.maxErrorRate;
if(typeof data0 === "string"){
if(!pattern35.test(data0)){
const err1 = {instancePath:instancePath+"/maxErrorRate",schemaPath:"#/definitions/percent/pattern",keyword:"pattern",params:{pattern: "^(100(\\.0)?|\\d{1,2}(\\.\\d)?)%$"},schema:"^(100(\\.0)?|\\d{1,2}(\\.\\d)?)%$",parentSchema:schema50,data:data0};
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
const err2 = {instancePath:instancePath+"/maxErrorRate",schemaPath:"#/definitions/percent/type",keyword:"type",params:{type: "string"},schema:schema50.type,parentSchema:schema50,data:data0};
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
const err3 = {instancePath:instancePath+"/minInvocations",schemaPath:"#/properties/minInvocations/type",keyword:"type",params:{type: "integer"},schema:schema126.properties.minInvocations.type,parentSchema:schema126.properties.minInvocations,data:data1};
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
const err4 = {instancePath:instancePath+"/minInvocations",schemaPath:"#/properties/minInvocations/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000},schema:1000000,parentSchema:schema126.properties.minInvocations,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(data1 < 1 || isNaN(data1)){
const err5 = {instancePath:instancePath+"/minInvocations",schemaPath:"#/properties/minInvocations/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},schema:1,parentSchema:schema126.properties.minInvocations,data:data1};
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
const err6 = {instancePath:instancePath+"/insufficientData",schemaPath:"#/properties/insufficientData/type",keyword:"type",params:{type: "string"},schema:schema126.properties.insufficientData.type,parentSchema:schema126.properties.insufficientData,data:data2};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(!(((data2 === "pass") || (data2 === "hold")) || (data2 === "fail"))){
const err7 = {instancePath:instancePath+"/insufficientData",schemaPath:"#/properties/insufficientData/enum",keyword:"enum",params:{allowedValues: schema126.properties.insufficientData.enum},schema:schema126.properties.insufficientData.enum,parentSchema:schema126.properties.insufficientData,data:data2};
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
const err8 = {instancePath:instancePath+"/ignoreFiring",schemaPath:"#/properties/ignoreFiring/maxItems",keyword:"maxItems",params:{limit: 100},schema:100,parentSchema:schema126.properties.ignoreFiring,data:data3};
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
const err9 = {instancePath:instancePath+"/ignoreFiring/" + i0,schemaPath:"#/properties/ignoreFiring/items/maxLength",keyword:"maxLength",params:{limit: 255},schema:255,parentSchema:schema126.properties.ignoreFiring.items,data:data4};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
if(func3(data4) < 1){
const err10 = {instancePath:instancePath+"/ignoreFiring/" + i0,schemaPath:"#/properties/ignoreFiring/items/minLength",keyword:"minLength",params:{limit: 1},schema:1,parentSchema:schema126.properties.ignoreFiring.items,data:data4};
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
const err11 = {instancePath:instancePath+"/ignoreFiring/" + i0,schemaPath:"#/properties/ignoreFiring/items/type",keyword:"type",params:{type: "string"},schema:schema126.properties.ignoreFiring.items.type,parentSchema:schema126.properties.ignoreFiring.items,data:data4};
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
const err12 = {instancePath:instancePath+"/ignoreFiring",schemaPath:"#/properties/ignoreFiring/uniqueItems",keyword:"uniqueItems",params:{i: i1, j: j0},schema:true,parentSchema:schema126.properties.ignoreFiring,data:data3};
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
const err13 = {instancePath:instancePath+"/ignoreFiring",schemaPath:"#/properties/ignoreFiring/type",keyword:"type",params:{type: "array"},schema:schema126.properties.ignoreFiring.type,parentSchema:schema126.properties.ignoreFiring,data:data3};
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
const err14 = {instancePath:instancePath+"/onInconclusive",schemaPath:"#/properties/onInconclusive/type",keyword:"type",params:{type: "string"},schema:schema126.properties.onInconclusive.type,parentSchema:schema126.properties.onInconclusive,data:data5};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
if(!(((data5 === "promote") || (data5 === "hold")) || (data5 === "rollback"))){
const err15 = {instancePath:instancePath+"/onInconclusive",schemaPath:"#/properties/onInconclusive/enum",keyword:"enum",params:{allowedValues: schema126.properties.onInconclusive.enum},schema:schema126.properties.onInconclusive.enum,parentSchema:schema126.properties.onInconclusive,data:data5};
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
const err16 = {instancePath:instancePath+"/holdFor",schemaPath:"#/definitions/duration/pattern",keyword:"pattern",params:{pattern: "^(?=.)(\\d{1,4}h)?(\\d{1,5}m(?!s))?(\\d{1,6}s)?(\\d{1,7}ms)?$"},schema:"^(?=.)(\\d{1,4}h)?(\\d{1,5}m(?!s))?(\\d{1,6}s)?(\\d{1,7}ms)?$",parentSchema:schema35,data:data6};
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
const err17 = {instancePath:instancePath+"/holdFor",schemaPath:"#/definitions/duration/type",keyword:"type",params:{type: "string"},schema:schema35.type,parentSchema:schema35,data:data6};
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
const err18 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema126.type,parentSchema:schema126,data};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
validate97.errors = vErrors;
return errors === 0;
}

const schema130 = {"description":"Who hears of releases. One that cannot be reached never disturbs a release.","type":"array","maxItems":50,"items":{"$ref":"#/definitions/channel"},"examples":[[{"sns":"arn:aws:sns:eu-west-1:123456789012:releases","on":["rolledBack","stuck"]}]],"$comment":"notifications"};
const schema131 = {"title":"Channel","description":"Who hears of a release: a topic of SNS, a bus of EventBridge, a channel of Slack, or any address.","examples":[{"sns":"arn:aws:sns:eu-west-1:123456789012:releases","on":["rolledBack","stuck"]},{"slack":"${secret:releases/slack}"}],"anyOf":[{"$ref":"#/definitions/sns"},{"$ref":"#/definitions/eventBridge"},{"$ref":"#/definitions/slack"},{"$ref":"#/definitions/webhook"}],"$comment":"channel","branches":{"sns":["sns","on"],"eventBridge":["eventBridge","on"],"slack":["slack","on"],"webhook":["webhook","headers","on"]}};
const schema132 = {"title":"Sns","description":"A topic of SNS.","type":"object","required":["sns"],"additionalProperties":false,"examples":[{"sns":"arn:aws:sns:eu-west-1:123456789012:releases"}],"properties":{"sns":{"description":"ARN of the topic.","type":"string","pattern":"^arn:aws[a-zA-Z-]*:sns:(eusc-)?[a-z]{2}(-gov|-iso[a-z]?)?-[a-z]+-\\d:\\d{12}:[a-zA-Z0-9_-]{1,256}$","examples":["arn:aws:sns:eu-west-1:123456789012:releases"],"$comment":"sns.sns"},"on":{"$ref":"#/definitions/occasions"}},"$comment":"sns"};
const schema133 = {"description":"Of what it hears. Without it, of everything.","type":"array","minItems":1,"maxItems":6,"uniqueItems":true,"items":{"description":"What can be told of a release.","type":"string","enum":["started","step","waiting","rolledBack","promoted","stuck"],"examples":["rolledBack"],"$comment":"occasion"},"examples":[["rolledBack","stuck"]],"$comment":"occasions"};
const pattern94 = new RegExp("^arn:aws[a-zA-Z-]*:sns:(eusc-)?[a-z]{2}(-gov|-iso[a-z]?)?-[a-z]+-\\d:\\d{12}:[a-zA-Z0-9_-]{1,256}$", "u");

function validate102(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.sns === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "sns"},schema:schema132.required,parentSchema:schema132,data};
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
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema132,data};
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
if(!pattern94.test(data0)){
const err2 = {instancePath:instancePath+"/sns",schemaPath:"#/properties/sns/pattern",keyword:"pattern",params:{pattern: "^arn:aws[a-zA-Z-]*:sns:(eusc-)?[a-z]{2}(-gov|-iso[a-z]?)?-[a-z]+-\\d:\\d{12}:[a-zA-Z0-9_-]{1,256}$"},schema:"^arn:aws[a-zA-Z-]*:sns:(eusc-)?[a-z]{2}(-gov|-iso[a-z]?)?-[a-z]+-\\d:\\d{12}:[a-zA-Z0-9_-]{1,256}$",parentSchema:schema132.properties.sns,data:data0};
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
const err3 = {instancePath:instancePath+"/sns",schemaPath:"#/properties/sns/type",keyword:"type",params:{type: "string"},schema:schema132.properties.sns.type,parentSchema:schema132.properties.sns,data:data0};
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
const err4 = {instancePath:instancePath+"/on",schemaPath:"#/definitions/occasions/maxItems",keyword:"maxItems",params:{limit: 6},schema:6,parentSchema:schema133,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(data1.length < 1){
const err5 = {instancePath:instancePath+"/on",schemaPath:"#/definitions/occasions/minItems",keyword:"minItems",params:{limit: 1},schema:1,parentSchema:schema133,data:data1};
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
const err6 = {instancePath:instancePath+"/on/" + i0,schemaPath:"#/definitions/occasions/items/type",keyword:"type",params:{type: "string"},schema:schema133.items.type,parentSchema:schema133.items,data:data2};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(!((((((data2 === "started") || (data2 === "step")) || (data2 === "waiting")) || (data2 === "rolledBack")) || (data2 === "promoted")) || (data2 === "stuck"))){
const err7 = {instancePath:instancePath+"/on/" + i0,schemaPath:"#/definitions/occasions/items/enum",keyword:"enum",params:{allowedValues: schema133.items.enum},schema:schema133.items.enum,parentSchema:schema133.items,data:data2};
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
const err8 = {instancePath:instancePath+"/on",schemaPath:"#/definitions/occasions/uniqueItems",keyword:"uniqueItems",params:{i: i1, j: j0},schema:true,parentSchema:schema133,data:data1};
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
const err9 = {instancePath:instancePath+"/on",schemaPath:"#/definitions/occasions/type",keyword:"type",params:{type: "array"},schema:schema133.type,parentSchema:schema133,data:data1};
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
const err10 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema132.type,parentSchema:schema132,data};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
validate102.errors = vErrors;
return errors === 0;
}

const schema134 = {"title":"Event bridge","description":"A bus of EventBridge; the events have the source `shipit`.","type":"object","required":["eventBridge"],"additionalProperties":false,"examples":[{"eventBridge":"default"}],"properties":{"eventBridge":{"description":"Name or ARN of the bus.","type":"string","pattern":"^(arn:aws[a-zA-Z-]*:events:(eusc-)?[a-z]{2}(-gov|-iso[a-z]?)?-[a-z]+-\\d:\\d{12}:event-bus/)?[/.\\-_A-Za-z0-9]{1,256}$","examples":["default"],"$comment":"eventBridge.eventBridge"},"on":{"$ref":"#/definitions/occasions"}},"$comment":"eventBridge"};
const pattern95 = new RegExp("^(arn:aws[a-zA-Z-]*:events:(eusc-)?[a-z]{2}(-gov|-iso[a-z]?)?-[a-z]+-\\d:\\d{12}:event-bus/)?[/.\\-_A-Za-z0-9]{1,256}$", "u");

function validate104(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.eventBridge === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "eventBridge"},schema:schema134.required,parentSchema:schema134,data};
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
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema134,data};
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
if(!pattern95.test(data0)){
const err2 = {instancePath:instancePath+"/eventBridge",schemaPath:"#/properties/eventBridge/pattern",keyword:"pattern",params:{pattern: "^(arn:aws[a-zA-Z-]*:events:(eusc-)?[a-z]{2}(-gov|-iso[a-z]?)?-[a-z]+-\\d:\\d{12}:event-bus/)?[/.\\-_A-Za-z0-9]{1,256}$"},schema:"^(arn:aws[a-zA-Z-]*:events:(eusc-)?[a-z]{2}(-gov|-iso[a-z]?)?-[a-z]+-\\d:\\d{12}:event-bus/)?[/.\\-_A-Za-z0-9]{1,256}$",parentSchema:schema134.properties.eventBridge,data:data0};
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
const err3 = {instancePath:instancePath+"/eventBridge",schemaPath:"#/properties/eventBridge/type",keyword:"type",params:{type: "string"},schema:schema134.properties.eventBridge.type,parentSchema:schema134.properties.eventBridge,data:data0};
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
const err4 = {instancePath:instancePath+"/on",schemaPath:"#/definitions/occasions/maxItems",keyword:"maxItems",params:{limit: 6},schema:6,parentSchema:schema133,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(data1.length < 1){
const err5 = {instancePath:instancePath+"/on",schemaPath:"#/definitions/occasions/minItems",keyword:"minItems",params:{limit: 1},schema:1,parentSchema:schema133,data:data1};
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
const err6 = {instancePath:instancePath+"/on/" + i0,schemaPath:"#/definitions/occasions/items/type",keyword:"type",params:{type: "string"},schema:schema133.items.type,parentSchema:schema133.items,data:data2};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(!((((((data2 === "started") || (data2 === "step")) || (data2 === "waiting")) || (data2 === "rolledBack")) || (data2 === "promoted")) || (data2 === "stuck"))){
const err7 = {instancePath:instancePath+"/on/" + i0,schemaPath:"#/definitions/occasions/items/enum",keyword:"enum",params:{allowedValues: schema133.items.enum},schema:schema133.items.enum,parentSchema:schema133.items,data:data2};
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
const err8 = {instancePath:instancePath+"/on",schemaPath:"#/definitions/occasions/uniqueItems",keyword:"uniqueItems",params:{i: i1, j: j0},schema:true,parentSchema:schema133,data:data1};
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
const err9 = {instancePath:instancePath+"/on",schemaPath:"#/definitions/occasions/type",keyword:"type",params:{type: "array"},schema:schema133.type,parentSchema:schema133,data:data1};
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
const err10 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema134.type,parentSchema:schema134,data};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
validate104.errors = vErrors;
return errors === 0;
}

const schema136 = {"title":"Slack","description":"A channel of Slack, by an incoming webhook.","type":"object","required":["slack"],"additionalProperties":false,"examples":[{"slack":"${secret:releases/slack}"}],"properties":{"slack":{"$ref":"#/definitions/channelUrl","description":"Address of the webhook, a secret: refer to it.","examples":["${secret:releases/slack}"]},"on":{"$ref":"#/definitions/occasions"}},"$comment":"slack"};
const schema137 = {"description":"An address, with http:// or https://. It may be a secret.","type":"string","maxLength":2048,"pattern":"^https?://[^\\s\\u0000-\\u001f]+$","examples":["https://releases.example.com/shipit"],"$comment":"channelUrl"};

function validate106(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.slack === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "slack"},schema:schema136.required,parentSchema:schema136,data};
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
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema136,data};
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
const err2 = {instancePath:instancePath+"/slack",schemaPath:"#/definitions/channelUrl/maxLength",keyword:"maxLength",params:{limit: 2048},schema:2048,parentSchema:schema137,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(!pattern40.test(data0)){
const err3 = {instancePath:instancePath+"/slack",schemaPath:"#/definitions/channelUrl/pattern",keyword:"pattern",params:{pattern: "^https?://[^\\s\\u0000-\\u001f]+$"},schema:"^https?://[^\\s\\u0000-\\u001f]+$",parentSchema:schema137,data:data0};
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
const err4 = {instancePath:instancePath+"/slack",schemaPath:"#/definitions/channelUrl/type",keyword:"type",params:{type: "string"},schema:schema137.type,parentSchema:schema137,data:data0};
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
const err5 = {instancePath:instancePath+"/on",schemaPath:"#/definitions/occasions/maxItems",keyword:"maxItems",params:{limit: 6},schema:6,parentSchema:schema133,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(data1.length < 1){
const err6 = {instancePath:instancePath+"/on",schemaPath:"#/definitions/occasions/minItems",keyword:"minItems",params:{limit: 1},schema:1,parentSchema:schema133,data:data1};
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
const err7 = {instancePath:instancePath+"/on/" + i0,schemaPath:"#/definitions/occasions/items/type",keyword:"type",params:{type: "string"},schema:schema133.items.type,parentSchema:schema133.items,data:data2};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
if(!((((((data2 === "started") || (data2 === "step")) || (data2 === "waiting")) || (data2 === "rolledBack")) || (data2 === "promoted")) || (data2 === "stuck"))){
const err8 = {instancePath:instancePath+"/on/" + i0,schemaPath:"#/definitions/occasions/items/enum",keyword:"enum",params:{allowedValues: schema133.items.enum},schema:schema133.items.enum,parentSchema:schema133.items,data:data2};
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
const err9 = {instancePath:instancePath+"/on",schemaPath:"#/definitions/occasions/uniqueItems",keyword:"uniqueItems",params:{i: i1, j: j0},schema:true,parentSchema:schema133,data:data1};
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
const err10 = {instancePath:instancePath+"/on",schemaPath:"#/definitions/occasions/type",keyword:"type",params:{type: "array"},schema:schema133.type,parentSchema:schema133,data:data1};
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
const err11 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema136.type,parentSchema:schema136,data};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
validate106.errors = vErrors;
return errors === 0;
}

const schema139 = {"title":"Webhook","description":"Any address that takes JSON.","type":"object","required":["webhook"],"additionalProperties":false,"examples":[{"webhook":"https://releases.example.com/shipit","headers":{"Authorization":"Bearer ${secret:releases/token}"}}],"properties":{"webhook":{"$ref":"#/definitions/channelUrl","description":"The address, with http:// or https://.","examples":["https://releases.example.com/shipit"]},"headers":{"$ref":"#/definitions/headers"},"on":{"$ref":"#/definitions/occasions"}},"$comment":"webhook"};

function validate108(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.webhook === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "webhook"},schema:schema139.required,parentSchema:schema139,data};
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
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema139,data};
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
const err2 = {instancePath:instancePath+"/webhook",schemaPath:"#/definitions/channelUrl/maxLength",keyword:"maxLength",params:{limit: 2048},schema:2048,parentSchema:schema137,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(!pattern40.test(data0)){
const err3 = {instancePath:instancePath+"/webhook",schemaPath:"#/definitions/channelUrl/pattern",keyword:"pattern",params:{pattern: "^https?://[^\\s\\u0000-\\u001f]+$"},schema:"^https?://[^\\s\\u0000-\\u001f]+$",parentSchema:schema137,data:data0};
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
const err4 = {instancePath:instancePath+"/webhook",schemaPath:"#/definitions/channelUrl/type",keyword:"type",params:{type: "string"},schema:schema137.type,parentSchema:schema137,data:data0};
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
if(!(validate48(data.headers, {instancePath:instancePath+"/headers",parentData:data,parentDataProperty:"headers",rootData}))){
vErrors = vErrors === null ? validate48.errors : vErrors.concat(validate48.errors);
errors = vErrors.length;
}
}
if(data.on !== undefined){
let data2 = data.on;
if(Array.isArray(data2)){
if(data2.length > 6){
const err5 = {instancePath:instancePath+"/on",schemaPath:"#/definitions/occasions/maxItems",keyword:"maxItems",params:{limit: 6},schema:6,parentSchema:schema133,data:data2};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(data2.length < 1){
const err6 = {instancePath:instancePath+"/on",schemaPath:"#/definitions/occasions/minItems",keyword:"minItems",params:{limit: 1},schema:1,parentSchema:schema133,data:data2};
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
const err7 = {instancePath:instancePath+"/on/" + i0,schemaPath:"#/definitions/occasions/items/type",keyword:"type",params:{type: "string"},schema:schema133.items.type,parentSchema:schema133.items,data:data3};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
if(!((((((data3 === "started") || (data3 === "step")) || (data3 === "waiting")) || (data3 === "rolledBack")) || (data3 === "promoted")) || (data3 === "stuck"))){
const err8 = {instancePath:instancePath+"/on/" + i0,schemaPath:"#/definitions/occasions/items/enum",keyword:"enum",params:{allowedValues: schema133.items.enum},schema:schema133.items.enum,parentSchema:schema133.items,data:data3};
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
const err9 = {instancePath:instancePath+"/on",schemaPath:"#/definitions/occasions/uniqueItems",keyword:"uniqueItems",params:{i: i1, j: j0},schema:true,parentSchema:schema133,data:data2};
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
const err10 = {instancePath:instancePath+"/on",schemaPath:"#/definitions/occasions/type",keyword:"type",params:{type: "array"},schema:schema133.type,parentSchema:schema133,data:data2};
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
const err11 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema139.type,parentSchema:schema139,data};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
validate108.errors = vErrors;
return errors === 0;
}


function validate101(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
const _errs1 = errors;
let valid0 = false;
const _errs2 = errors;
if(!(validate102(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validate102.errors : vErrors.concat(validate102.errors);
errors = vErrors.length;
}
var _valid0 = _errs2 === errors;
valid0 = valid0 || _valid0;
if(!valid0){
const _errs3 = errors;
if(!(validate104(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validate104.errors : vErrors.concat(validate104.errors);
errors = vErrors.length;
}
var _valid0 = _errs3 === errors;
valid0 = valid0 || _valid0;
if(!valid0){
const _errs4 = errors;
if(!(validate106(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validate106.errors : vErrors.concat(validate106.errors);
errors = vErrors.length;
}
var _valid0 = _errs4 === errors;
valid0 = valid0 || _valid0;
if(!valid0){
const _errs5 = errors;
if(!(validate108(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validate108.errors : vErrors.concat(validate108.errors);
errors = vErrors.length;
}
var _valid0 = _errs5 === errors;
valid0 = valid0 || _valid0;
}
}
}
if(!valid0){
const err0 = {instancePath,schemaPath:"#/anyOf",keyword:"anyOf",params:{},schema:schema131.anyOf,parentSchema:schema131,data};
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
validate101.errors = vErrors;
return errors === 0;
}


function validate100(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(Array.isArray(data)){
if(data.length > 50){
const err0 = {instancePath,schemaPath:"#/maxItems",keyword:"maxItems",params:{limit: 50},schema:50,parentSchema:schema130,data};
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
if(!(validate101(data[i0], {instancePath:instancePath+"/" + i0,parentData:data,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validate101.errors : vErrors.concat(validate101.errors);
errors = vErrors.length;
}
}
}
else {
const err1 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "array"},schema:schema130.type,parentSchema:schema130,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
validate100.errors = vErrors;
return errors === 0;
}


function validate66(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(func2.call(schema86.properties, key0))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema86,data};
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
const err1 = {instancePath:instancePath+"/protected",schemaPath:"#/properties/protected/type",keyword:"type",params:{type: "boolean"},schema:schema86.properties.protected.type,parentSchema:schema86.properties.protected,data:data0};
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
if(!pattern51.test(data1)){
const err2 = {instancePath:instancePath+"/region",schemaPath:"#/properties/region/pattern",keyword:"pattern",params:{pattern: "^(eusc-)?[a-z]{2}(-gov|-iso[a-z]?)?-[a-z]{1,20}-\\d$"},schema:"^(eusc-)?[a-z]{2}(-gov|-iso[a-z]?)?-[a-z]{1,20}-\\d$",parentSchema:schema86.properties.region,data:data1};
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
const err3 = {instancePath:instancePath+"/region",schemaPath:"#/properties/region/type",keyword:"type",params:{type: "string"},schema:schema86.properties.region.type,parentSchema:schema86.properties.region,data:data1};
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
if(!pattern52.test(data2)){
const err4 = {instancePath:instancePath+"/account",schemaPath:"#/properties/account/pattern",keyword:"pattern",params:{pattern: "^\\d{12}$"},schema:"^\\d{12}$",parentSchema:schema86.properties.account,data:data2};
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
const err5 = {instancePath:instancePath+"/account",schemaPath:"#/properties/account/type",keyword:"type",params:{type: "string"},schema:schema86.properties.account.type,parentSchema:schema86.properties.account,data:data2};
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
if(!pattern53.test(data3)){
const err6 = {instancePath:instancePath+"/profile",schemaPath:"#/properties/profile/pattern",keyword:"pattern",params:{pattern: "^[^\\u0000-\\u001f\\[\\]]{1,128}$"},schema:"^[^\\u0000-\\u001f\\[\\]]{1,128}$",parentSchema:schema86.properties.profile,data:data3};
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
const err7 = {instancePath:instancePath+"/profile",schemaPath:"#/properties/profile/type",keyword:"type",params:{type: "string"},schema:schema86.properties.profile.type,parentSchema:schema86.properties.profile,data:data3};
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
if(!(validate67(data.assumeRole, {instancePath:instancePath+"/assumeRole",parentData:data,parentDataProperty:"assumeRole",rootData}))){
vErrors = vErrors === null ? validate67.errors : vErrors.concat(validate67.errors);
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
if(!pattern57.test(data6)){
const err8 = {instancePath:instancePath+"/allowEnv/" + i0,schemaPath:"#/properties/allowEnv/items/pattern",keyword:"pattern",params:{pattern: "^[a-zA-Z_][a-zA-Z0-9_]{0,127}$"},schema:"^[a-zA-Z_][a-zA-Z0-9_]{0,127}$",parentSchema:schema86.properties.allowEnv.items,data:data6};
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
const err9 = {instancePath:instancePath+"/allowEnv/" + i0,schemaPath:"#/properties/allowEnv/items/type",keyword:"type",params:{type: "string"},schema:schema86.properties.allowEnv.items.type,parentSchema:schema86.properties.allowEnv.items,data:data6};
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
const err10 = {instancePath:instancePath+"/allowEnv",schemaPath:"#/properties/allowEnv/uniqueItems",keyword:"uniqueItems",params:{i: i1, j: j0},schema:true,parentSchema:schema86.properties.allowEnv,data:data5};
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
const err11 = {instancePath:instancePath+"/allowEnv",schemaPath:"#/properties/allowEnv/type",keyword:"type",params:{type: "array"},schema:schema86.properties.allowEnv.type,parentSchema:schema86.properties.allowEnv,data:data5};
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
if(!(validate71(data.defaults, {instancePath:instancePath+"/defaults",parentData:data,parentDataProperty:"defaults",rootData}))){
vErrors = vErrors === null ? validate71.errors : vErrors.concat(validate71.errors);
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
const err14 = {instancePath:instancePath+"/functions",schemaPath:"#/properties/functions/propertyNames",keyword:"propertyNames",params:{propertyName: key1},schema:schema86.properties.functions.propertyNames,parentSchema:schema86.properties.functions,data:data8};
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
const err15 = {instancePath:instancePath+"/functions",schemaPath:"#/properties/functions/type",keyword:"type",params:{type: "object"},schema:schema86.properties.functions.type,parentSchema:schema86.properties.functions,data:data8};
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
const err16 = {instancePath:instancePath+"/layers",schemaPath:"#/definitions/layerKey/pattern",keyword:"pattern",params:{pattern: "^[a-zA-Z0-9][a-zA-Z0-9_-]{0,63}$"},schema:"^[a-zA-Z0-9][a-zA-Z0-9_-]{0,63}$",parentSchema:schema103,data:key3,propertyName:key3};
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
const err17 = {instancePath:instancePath+"/layers",schemaPath:"#/definitions/layerKey/type",keyword:"type",params:{type: "string"},schema:schema103.type,parentSchema:schema103,data:key3,propertyName:key3};
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
const err18 = {instancePath:instancePath+"/layers",schemaPath:"#/properties/layers/propertyNames",keyword:"propertyNames",params:{propertyName: key3},schema:schema86.properties.layers.propertyNames,parentSchema:schema86.properties.layers,data:data10};
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
let data11 = data10[key4];
if(data11 && typeof data11 == "object" && !Array.isArray(data11)){
for(const key5 in data11){
if(!(((((((key5 === "code") || (key5 === "name")) || (key5 === "description")) || (key5 === "runtimes")) || (key5 === "architectures")) || (key5 === "license")) || (key5 === "keep"))){
const err19 = {instancePath:instancePath+"/layers/" + key4.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/layer/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key5},schema:false,parentSchema:schema104,data:data11};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
if(data11.code !== undefined){
let data12 = data11.code;
if(typeof data12 === "string"){
if(func3(data12) > 1024){
const err20 = {instancePath:instancePath+"/layers/" + key4.replace(/~/g, "~0").replace(/\//g, "~1")+"/code",schemaPath:"#/definitions/layer/properties/code/maxLength",keyword:"maxLength",params:{limit: 1024},schema:1024,parentSchema:schema104.properties.code,data:data12};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
if(func3(data12) < 1){
const err21 = {instancePath:instancePath+"/layers/" + key4.replace(/~/g, "~0").replace(/\//g, "~1")+"/code",schemaPath:"#/definitions/layer/properties/code/minLength",keyword:"minLength",params:{limit: 1},schema:1,parentSchema:schema104.properties.code,data:data12};
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
const err22 = {instancePath:instancePath+"/layers/" + key4.replace(/~/g, "~0").replace(/\//g, "~1")+"/code",schemaPath:"#/definitions/layer/properties/code/type",keyword:"type",params:{type: "string"},schema:schema104.properties.code.type,parentSchema:schema104.properties.code,data:data12};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
if(data11.name !== undefined){
let data13 = data11.name;
if(typeof data13 === "string"){
if(!pattern77.test(data13)){
const err23 = {instancePath:instancePath+"/layers/" + key4.replace(/~/g, "~0").replace(/\//g, "~1")+"/name",schemaPath:"#/definitions/layer/properties/name/pattern",keyword:"pattern",params:{pattern: "^[a-zA-Z0-9_-]{1,140}$"},schema:"^[a-zA-Z0-9_-]{1,140}$",parentSchema:schema104.properties.name,data:data13};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
else {
const err24 = {instancePath:instancePath+"/layers/" + key4.replace(/~/g, "~0").replace(/\//g, "~1")+"/name",schemaPath:"#/definitions/layer/properties/name/type",keyword:"type",params:{type: "string"},schema:schema104.properties.name.type,parentSchema:schema104.properties.name,data:data13};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
if(data11.description !== undefined){
let data14 = data11.description;
if(typeof data14 === "string"){
if(func3(data14) > 256){
const err25 = {instancePath:instancePath+"/layers/" + key4.replace(/~/g, "~0").replace(/\//g, "~1")+"/description",schemaPath:"#/definitions/layer/properties/description/maxLength",keyword:"maxLength",params:{limit: 256},schema:256,parentSchema:schema104.properties.description,data:data14};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
else {
const err26 = {instancePath:instancePath+"/layers/" + key4.replace(/~/g, "~0").replace(/\//g, "~1")+"/description",schemaPath:"#/definitions/layer/properties/description/type",keyword:"type",params:{type: "string"},schema:schema104.properties.description.type,parentSchema:schema104.properties.description,data:data14};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
if(data11.runtimes !== undefined){
let data15 = data11.runtimes;
if(Array.isArray(data15)){
if(data15.length > 15){
const err27 = {instancePath:instancePath+"/layers/" + key4.replace(/~/g, "~0").replace(/\//g, "~1")+"/runtimes",schemaPath:"#/definitions/layer/properties/runtimes/maxItems",keyword:"maxItems",params:{limit: 15},schema:15,parentSchema:schema104.properties.runtimes,data:data15};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
const len1 = data15.length;
for(let i2=0; i2<len1; i2++){
let data16 = data15[i2];
if(typeof data16 === "string"){
if(!pattern5.test(data16)){
const err28 = {instancePath:instancePath+"/layers/" + key4.replace(/~/g, "~0").replace(/\//g, "~1")+"/runtimes/" + i2,schemaPath:"#/definitions/layer/properties/runtimes/items/pattern",keyword:"pattern",params:{pattern: "^[a-z][a-z0-9.]{1,63}$"},schema:"^[a-z][a-z0-9.]{1,63}$",parentSchema:schema104.properties.runtimes.items,data:data16};
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
const err29 = {instancePath:instancePath+"/layers/" + key4.replace(/~/g, "~0").replace(/\//g, "~1")+"/runtimes/" + i2,schemaPath:"#/definitions/layer/properties/runtimes/items/type",keyword:"type",params:{type: "string"},schema:schema104.properties.runtimes.items.type,parentSchema:schema104.properties.runtimes.items,data:data16};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
let i3 = data15.length;
let j1;
if(i3 > 1){
const indices1 = {};
for(;i3--;){
let item1 = data15[i3];
if(typeof item1 !== "string"){
continue;
}
if(typeof indices1[item1] == "number"){
j1 = indices1[item1];
const err30 = {instancePath:instancePath+"/layers/" + key4.replace(/~/g, "~0").replace(/\//g, "~1")+"/runtimes",schemaPath:"#/definitions/layer/properties/runtimes/uniqueItems",keyword:"uniqueItems",params:{i: i3, j: j1},schema:true,parentSchema:schema104.properties.runtimes,data:data15};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
break;
}
indices1[item1] = i3;
}
}
}
else {
const err31 = {instancePath:instancePath+"/layers/" + key4.replace(/~/g, "~0").replace(/\//g, "~1")+"/runtimes",schemaPath:"#/definitions/layer/properties/runtimes/type",keyword:"type",params:{type: "array"},schema:schema104.properties.runtimes.type,parentSchema:schema104.properties.runtimes,data:data15};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
if(data11.architectures !== undefined){
let data17 = data11.architectures;
if(Array.isArray(data17)){
if(data17.length > 2){
const err32 = {instancePath:instancePath+"/layers/" + key4.replace(/~/g, "~0").replace(/\//g, "~1")+"/architectures",schemaPath:"#/definitions/layer/properties/architectures/maxItems",keyword:"maxItems",params:{limit: 2},schema:2,parentSchema:schema104.properties.architectures,data:data17};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
const len2 = data17.length;
for(let i4=0; i4<len2; i4++){
let data18 = data17[i4];
if(typeof data18 !== "string"){
const err33 = {instancePath:instancePath+"/layers/" + key4.replace(/~/g, "~0").replace(/\//g, "~1")+"/architectures/" + i4,schemaPath:"#/definitions/layer/properties/architectures/items/type",keyword:"type",params:{type: "string"},schema:schema104.properties.architectures.items.type,parentSchema:schema104.properties.architectures.items,data:data18};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
if(!((data18 === "x86_64") || (data18 === "arm64"))){
const err34 = {instancePath:instancePath+"/layers/" + key4.replace(/~/g, "~0").replace(/\//g, "~1")+"/architectures/" + i4,schemaPath:"#/definitions/layer/properties/architectures/items/enum",keyword:"enum",params:{allowedValues: schema104.properties.architectures.items.enum},schema:schema104.properties.architectures.items.enum,parentSchema:schema104.properties.architectures.items,data:data18};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
let i5 = data17.length;
let j2;
if(i5 > 1){
const indices2 = {};
for(;i5--;){
let item2 = data17[i5];
if(typeof item2 !== "string"){
continue;
}
if(typeof indices2[item2] == "number"){
j2 = indices2[item2];
const err35 = {instancePath:instancePath+"/layers/" + key4.replace(/~/g, "~0").replace(/\//g, "~1")+"/architectures",schemaPath:"#/definitions/layer/properties/architectures/uniqueItems",keyword:"uniqueItems",params:{i: i5, j: j2},schema:true,parentSchema:schema104.properties.architectures,data:data17};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
break;
}
indices2[item2] = i5;
}
}
}
else {
const err36 = {instancePath:instancePath+"/layers/" + key4.replace(/~/g, "~0").replace(/\//g, "~1")+"/architectures",schemaPath:"#/definitions/layer/properties/architectures/type",keyword:"type",params:{type: "array"},schema:schema104.properties.architectures.type,parentSchema:schema104.properties.architectures,data:data17};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
}
if(data11.license !== undefined){
let data19 = data11.license;
if(typeof data19 === "string"){
if(func3(data19) > 512){
const err37 = {instancePath:instancePath+"/layers/" + key4.replace(/~/g, "~0").replace(/\//g, "~1")+"/license",schemaPath:"#/definitions/layer/properties/license/maxLength",keyword:"maxLength",params:{limit: 512},schema:512,parentSchema:schema104.properties.license,data:data19};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
else {
const err38 = {instancePath:instancePath+"/layers/" + key4.replace(/~/g, "~0").replace(/\//g, "~1")+"/license",schemaPath:"#/definitions/layer/properties/license/type",keyword:"type",params:{type: "string"},schema:schema104.properties.license.type,parentSchema:schema104.properties.license,data:data19};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
}
if(data11.keep !== undefined){
let data20 = data11.keep;
if(!(((typeof data20 == "number") && (!(data20 % 1) && !isNaN(data20))) && (isFinite(data20)))){
const err39 = {instancePath:instancePath+"/layers/" + key4.replace(/~/g, "~0").replace(/\//g, "~1")+"/keep",schemaPath:"#/definitions/layer/properties/keep/type",keyword:"type",params:{type: "integer"},schema:schema104.properties.keep.type,parentSchema:schema104.properties.keep,data:data20};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
if((typeof data20 == "number") && (isFinite(data20))){
if(data20 > 1000000 || isNaN(data20)){
const err40 = {instancePath:instancePath+"/layers/" + key4.replace(/~/g, "~0").replace(/\//g, "~1")+"/keep",schemaPath:"#/definitions/layer/properties/keep/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000},schema:1000000,parentSchema:schema104.properties.keep,data:data20};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
if(data20 < 1 || isNaN(data20)){
const err41 = {instancePath:instancePath+"/layers/" + key4.replace(/~/g, "~0").replace(/\//g, "~1")+"/keep",schemaPath:"#/definitions/layer/properties/keep/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},schema:1,parentSchema:schema104.properties.keep,data:data20};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
}
}
}
else {
const err42 = {instancePath:instancePath+"/layers/" + key4.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/layer/type",keyword:"type",params:{type: "object"},schema:schema104.type,parentSchema:schema104,data:data11};
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
else {
const err43 = {instancePath:instancePath+"/layers",schemaPath:"#/properties/layers/type",keyword:"type",params:{type: "object"},schema:schema86.properties.layers.type,parentSchema:schema86.properties.layers,data:data10};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
}
if(data.rollout !== undefined){
let data21 = data.rollout;
if(typeof data21 === "string"){
if(func3(data21) > 64){
const err44 = {instancePath:instancePath+"/rollout",schemaPath:"#/definitions/rolloutName/maxLength",keyword:"maxLength",params:{limit: 64},schema:64,parentSchema:schema84,data:data21};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
if(func3(data21) < 1){
const err45 = {instancePath:instancePath+"/rollout",schemaPath:"#/definitions/rolloutName/minLength",keyword:"minLength",params:{limit: 1},schema:1,parentSchema:schema84,data:data21};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
}
else {
const err46 = {instancePath:instancePath+"/rollout",schemaPath:"#/definitions/rolloutName/type",keyword:"type",params:{type: "string"},schema:schema84.type,parentSchema:schema84,data:data21};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
}
if(data.rollouts !== undefined){
let data22 = data.rollouts;
if(data22 && typeof data22 == "object" && !Array.isArray(data22)){
for(const key6 in data22){
const _errs79 = errors;
if(typeof key6 === "string"){
if(!pattern79.test(key6)){
const err47 = {instancePath:instancePath+"/rollouts",schemaPath:"#/definitions/rolloutKey/pattern",keyword:"pattern",params:{pattern: "^[a-zA-Z][a-zA-Z0-9_-]{0,63}$"},schema:"^[a-zA-Z][a-zA-Z0-9_-]{0,63}$",parentSchema:schema106,data:key6,propertyName:key6};
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
const err48 = {instancePath:instancePath+"/rollouts",schemaPath:"#/definitions/rolloutKey/type",keyword:"type",params:{type: "string"},schema:schema106.type,parentSchema:schema106,data:key6,propertyName:key6};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
var valid19 = _errs79 === errors;
if(!valid19){
const err49 = {instancePath:instancePath+"/rollouts",schemaPath:"#/properties/rollouts/propertyNames",keyword:"propertyNames",params:{propertyName: key6},schema:schema86.properties.rollouts.propertyNames,parentSchema:schema86.properties.rollouts,data:data22};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
}
for(const key7 in data22){
if(!(validate81(data22[key7], {instancePath:instancePath+"/rollouts/" + key7.replace(/~/g, "~0").replace(/\//g, "~1"),parentData:data22,parentDataProperty:key7,rootData}))){
vErrors = vErrors === null ? validate81.errors : vErrors.concat(validate81.errors);
errors = vErrors.length;
}
}
}
else {
const err50 = {instancePath:instancePath+"/rollouts",schemaPath:"#/properties/rollouts/type",keyword:"type",params:{type: "object"},schema:schema86.properties.rollouts.type,parentSchema:schema86.properties.rollouts,data:data22};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
}
if(data.guard !== undefined){
if(!(validate97(data.guard, {instancePath:instancePath+"/guard",parentData:data,parentDataProperty:"guard",rootData}))){
vErrors = vErrors === null ? validate97.errors : vErrors.concat(validate97.errors);
errors = vErrors.length;
}
}
if(data.alarms !== undefined){
if(!(validate32(data.alarms, {instancePath:instancePath+"/alarms",parentData:data,parentDataProperty:"alarms",rootData}))){
vErrors = vErrors === null ? validate32.errors : vErrors.concat(validate32.errors);
errors = vErrors.length;
}
}
if(data.rollbackScope !== undefined){
let data26 = data.rollbackScope;
if(typeof data26 !== "string"){
const err51 = {instancePath:instancePath+"/rollbackScope",schemaPath:"#/properties/rollbackScope/type",keyword:"type",params:{type: "string"},schema:schema86.properties.rollbackScope.type,parentSchema:schema86.properties.rollbackScope,data:data26};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
if(!((data26 === "release") || (data26 === "function"))){
const err52 = {instancePath:instancePath+"/rollbackScope",schemaPath:"#/properties/rollbackScope/enum",keyword:"enum",params:{allowedValues: schema86.properties.rollbackScope.enum},schema:schema86.properties.rollbackScope.enum,parentSchema:schema86.properties.rollbackScope,data:data26};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
}
if(data.holdFor !== undefined){
let data27 = data.holdFor;
if(typeof data27 === "string"){
if(!pattern6.test(data27)){
const err53 = {instancePath:instancePath+"/holdFor",schemaPath:"#/definitions/duration/pattern",keyword:"pattern",params:{pattern: "^(?=.)(\\d{1,4}h)?(\\d{1,5}m(?!s))?(\\d{1,6}s)?(\\d{1,7}ms)?$"},schema:"^(?=.)(\\d{1,4}h)?(\\d{1,5}m(?!s))?(\\d{1,6}s)?(\\d{1,7}ms)?$",parentSchema:schema35,data:data27};
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
const err54 = {instancePath:instancePath+"/holdFor",schemaPath:"#/definitions/duration/type",keyword:"type",params:{type: "string"},schema:schema35.type,parentSchema:schema35,data:data27};
if(vErrors === null){
vErrors = [err54];
}
else {
vErrors.push(err54);
}
errors++;
}
}
if(data.journal !== undefined){
let data28 = data.journal;
if((typeof data28 !== "string") && (data28 !== null)){
const err55 = {instancePath:instancePath+"/journal",schemaPath:"#/properties/journal/type",keyword:"type",params:{type: schema86.properties.journal.type},schema:schema86.properties.journal.type,parentSchema:schema86.properties.journal,data:data28};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
}
errors++;
}
if(typeof data28 === "string"){
if(func3(data28) > 1024){
const err56 = {instancePath:instancePath+"/journal",schemaPath:"#/properties/journal/maxLength",keyword:"maxLength",params:{limit: 1024},schema:1024,parentSchema:schema86.properties.journal,data:data28};
if(vErrors === null){
vErrors = [err56];
}
else {
vErrors.push(err56);
}
errors++;
}
if(!pattern93.test(data28)){
const err57 = {instancePath:instancePath+"/journal",schemaPath:"#/properties/journal/pattern",keyword:"pattern",params:{pattern: "^s3://[a-z0-9][a-z0-9.-]{1,61}[a-z0-9](/[^\\u0000-\\u001f]*)?$"},schema:"^s3://[a-z0-9][a-z0-9.-]{1,61}[a-z0-9](/[^\\u0000-\\u001f]*)?$",parentSchema:schema86.properties.journal,data:data28};
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
if(data.notifications !== undefined){
if(!(validate100(data.notifications, {instancePath:instancePath+"/notifications",parentData:data,parentDataProperty:"notifications",rootData}))){
vErrors = vErrors === null ? validate100.errors : vErrors.concat(validate100.errors);
errors = vErrors.length;
}
}
}
else {
const err58 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema86.type,parentSchema:schema86,data};
if(vErrors === null){
vErrors = [err58];
}
else {
vErrors.push(err58);
}
errors++;
}
validate66.errors = vErrors;
return errors === 0;
}

const schema142 = {"title":"Local","description":"What `--local` needs beside the project.","type":"object","additionalProperties":false,"examples":[{"seed":"local.yaml"}],"properties":{"seed":{"$ref":"#/definitions/path","description":"A file with PutMetricAlarm inputs that are applied under --local where the alarm is absent.","examples":["local.yaml"]}},"$comment":"local"};
const schema143 = {"description":"A path below the folder of the project file, with `/`.","type":"string","minLength":1,"maxLength":1024,"examples":["dist/api"],"$comment":"path"};

function validate114(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(key0 === "seed")){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema142,data};
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
const err1 = {instancePath:instancePath+"/seed",schemaPath:"#/definitions/path/maxLength",keyword:"maxLength",params:{limit: 1024},schema:1024,parentSchema:schema143,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(func3(data0) < 1){
const err2 = {instancePath:instancePath+"/seed",schemaPath:"#/definitions/path/minLength",keyword:"minLength",params:{limit: 1},schema:1,parentSchema:schema143,data:data0};
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
const err3 = {instancePath:instancePath+"/seed",schemaPath:"#/definitions/path/type",keyword:"type",params:{type: "string"},schema:schema143.type,parentSchema:schema143,data:data0};
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
const err4 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema142.type,parentSchema:schema142,data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
validate114.errors = vErrors;
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
if(!pattern50.test(key3)){
const err14 = {instancePath:instancePath+"/stages",schemaPath:"#/definitions/stageKey/pattern",keyword:"pattern",params:{pattern: "^[a-zA-Z0-9][a-zA-Z0-9_-]{0,31}$"},schema:"^[a-zA-Z0-9][a-zA-Z0-9_-]{0,31}$",parentSchema:schema85,data:key3,propertyName:key3};
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
const err15 = {instancePath:instancePath+"/stages",schemaPath:"#/definitions/stageKey/type",keyword:"type",params:{type: "string"},schema:schema85.type,parentSchema:schema85,data:key3,propertyName:key3};
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
if(!(validate66(data5[key4], {instancePath:instancePath+"/stages/" + key4.replace(/~/g, "~0").replace(/\//g, "~1"),parentData:data5,parentDataProperty:key4,rootData}))){
vErrors = vErrors === null ? validate66.errors : vErrors.concat(validate66.errors);
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
if(!(validate114(data.local, {instancePath:instancePath+"/local",parentData:data,parentDataProperty:"local",rootData}))){
vErrors = vErrors === null ? validate114.errors : vErrors.concat(validate114.errors);
errors = vErrors.length;
}
}
if(data.region !== undefined){
let data8 = data.region;
if(typeof data8 === "string"){
if(!pattern51.test(data8)){
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
if(!pattern52.test(data9)){
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
if(!pattern53.test(data10)){
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
if(!(validate67(data.assumeRole, {instancePath:instancePath+"/assumeRole",parentData:data,parentDataProperty:"assumeRole",rootData}))){
vErrors = vErrors === null ? validate67.errors : vErrors.concat(validate67.errors);
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
if(!pattern57.test(data13)){
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
if(!(validate71(data.defaults, {instancePath:instancePath+"/defaults",parentData:data,parentDataProperty:"defaults",rootData}))){
vErrors = vErrors === null ? validate71.errors : vErrors.concat(validate71.errors);
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
const err28 = {instancePath:instancePath+"/layers",schemaPath:"#/definitions/layerKey/pattern",keyword:"pattern",params:{pattern: "^[a-zA-Z0-9][a-zA-Z0-9_-]{0,63}$"},schema:"^[a-zA-Z0-9][a-zA-Z0-9_-]{0,63}$",parentSchema:schema103,data:key5,propertyName:key5};
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
const err29 = {instancePath:instancePath+"/layers",schemaPath:"#/definitions/layerKey/type",keyword:"type",params:{type: "string"},schema:schema103.type,parentSchema:schema103,data:key5,propertyName:key5};
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
let data16 = data15[key6];
if(data16 && typeof data16 == "object" && !Array.isArray(data16)){
for(const key7 in data16){
if(!(((((((key7 === "code") || (key7 === "name")) || (key7 === "description")) || (key7 === "runtimes")) || (key7 === "architectures")) || (key7 === "license")) || (key7 === "keep"))){
const err31 = {instancePath:instancePath+"/layers/" + key6.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/layer/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key7},schema:false,parentSchema:schema104,data:data16};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
if(data16.code !== undefined){
let data17 = data16.code;
if(typeof data17 === "string"){
if(func3(data17) > 1024){
const err32 = {instancePath:instancePath+"/layers/" + key6.replace(/~/g, "~0").replace(/\//g, "~1")+"/code",schemaPath:"#/definitions/layer/properties/code/maxLength",keyword:"maxLength",params:{limit: 1024},schema:1024,parentSchema:schema104.properties.code,data:data17};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
if(func3(data17) < 1){
const err33 = {instancePath:instancePath+"/layers/" + key6.replace(/~/g, "~0").replace(/\//g, "~1")+"/code",schemaPath:"#/definitions/layer/properties/code/minLength",keyword:"minLength",params:{limit: 1},schema:1,parentSchema:schema104.properties.code,data:data17};
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
const err34 = {instancePath:instancePath+"/layers/" + key6.replace(/~/g, "~0").replace(/\//g, "~1")+"/code",schemaPath:"#/definitions/layer/properties/code/type",keyword:"type",params:{type: "string"},schema:schema104.properties.code.type,parentSchema:schema104.properties.code,data:data17};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
if(data16.name !== undefined){
let data18 = data16.name;
if(typeof data18 === "string"){
if(!pattern77.test(data18)){
const err35 = {instancePath:instancePath+"/layers/" + key6.replace(/~/g, "~0").replace(/\//g, "~1")+"/name",schemaPath:"#/definitions/layer/properties/name/pattern",keyword:"pattern",params:{pattern: "^[a-zA-Z0-9_-]{1,140}$"},schema:"^[a-zA-Z0-9_-]{1,140}$",parentSchema:schema104.properties.name,data:data18};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
else {
const err36 = {instancePath:instancePath+"/layers/" + key6.replace(/~/g, "~0").replace(/\//g, "~1")+"/name",schemaPath:"#/definitions/layer/properties/name/type",keyword:"type",params:{type: "string"},schema:schema104.properties.name.type,parentSchema:schema104.properties.name,data:data18};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
}
if(data16.description !== undefined){
let data19 = data16.description;
if(typeof data19 === "string"){
if(func3(data19) > 256){
const err37 = {instancePath:instancePath+"/layers/" + key6.replace(/~/g, "~0").replace(/\//g, "~1")+"/description",schemaPath:"#/definitions/layer/properties/description/maxLength",keyword:"maxLength",params:{limit: 256},schema:256,parentSchema:schema104.properties.description,data:data19};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
else {
const err38 = {instancePath:instancePath+"/layers/" + key6.replace(/~/g, "~0").replace(/\//g, "~1")+"/description",schemaPath:"#/definitions/layer/properties/description/type",keyword:"type",params:{type: "string"},schema:schema104.properties.description.type,parentSchema:schema104.properties.description,data:data19};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
}
if(data16.runtimes !== undefined){
let data20 = data16.runtimes;
if(Array.isArray(data20)){
if(data20.length > 15){
const err39 = {instancePath:instancePath+"/layers/" + key6.replace(/~/g, "~0").replace(/\//g, "~1")+"/runtimes",schemaPath:"#/definitions/layer/properties/runtimes/maxItems",keyword:"maxItems",params:{limit: 15},schema:15,parentSchema:schema104.properties.runtimes,data:data20};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
const len1 = data20.length;
for(let i2=0; i2<len1; i2++){
let data21 = data20[i2];
if(typeof data21 === "string"){
if(!pattern5.test(data21)){
const err40 = {instancePath:instancePath+"/layers/" + key6.replace(/~/g, "~0").replace(/\//g, "~1")+"/runtimes/" + i2,schemaPath:"#/definitions/layer/properties/runtimes/items/pattern",keyword:"pattern",params:{pattern: "^[a-z][a-z0-9.]{1,63}$"},schema:"^[a-z][a-z0-9.]{1,63}$",parentSchema:schema104.properties.runtimes.items,data:data21};
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
const err41 = {instancePath:instancePath+"/layers/" + key6.replace(/~/g, "~0").replace(/\//g, "~1")+"/runtimes/" + i2,schemaPath:"#/definitions/layer/properties/runtimes/items/type",keyword:"type",params:{type: "string"},schema:schema104.properties.runtimes.items.type,parentSchema:schema104.properties.runtimes.items,data:data21};
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
const err42 = {instancePath:instancePath+"/layers/" + key6.replace(/~/g, "~0").replace(/\//g, "~1")+"/runtimes",schemaPath:"#/definitions/layer/properties/runtimes/uniqueItems",keyword:"uniqueItems",params:{i: i3, j: j1},schema:true,parentSchema:schema104.properties.runtimes,data:data20};
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
else {
const err43 = {instancePath:instancePath+"/layers/" + key6.replace(/~/g, "~0").replace(/\//g, "~1")+"/runtimes",schemaPath:"#/definitions/layer/properties/runtimes/type",keyword:"type",params:{type: "array"},schema:schema104.properties.runtimes.type,parentSchema:schema104.properties.runtimes,data:data20};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
}
if(data16.architectures !== undefined){
let data22 = data16.architectures;
if(Array.isArray(data22)){
if(data22.length > 2){
const err44 = {instancePath:instancePath+"/layers/" + key6.replace(/~/g, "~0").replace(/\//g, "~1")+"/architectures",schemaPath:"#/definitions/layer/properties/architectures/maxItems",keyword:"maxItems",params:{limit: 2},schema:2,parentSchema:schema104.properties.architectures,data:data22};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
const len2 = data22.length;
for(let i4=0; i4<len2; i4++){
let data23 = data22[i4];
if(typeof data23 !== "string"){
const err45 = {instancePath:instancePath+"/layers/" + key6.replace(/~/g, "~0").replace(/\//g, "~1")+"/architectures/" + i4,schemaPath:"#/definitions/layer/properties/architectures/items/type",keyword:"type",params:{type: "string"},schema:schema104.properties.architectures.items.type,parentSchema:schema104.properties.architectures.items,data:data23};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
if(!((data23 === "x86_64") || (data23 === "arm64"))){
const err46 = {instancePath:instancePath+"/layers/" + key6.replace(/~/g, "~0").replace(/\//g, "~1")+"/architectures/" + i4,schemaPath:"#/definitions/layer/properties/architectures/items/enum",keyword:"enum",params:{allowedValues: schema104.properties.architectures.items.enum},schema:schema104.properties.architectures.items.enum,parentSchema:schema104.properties.architectures.items,data:data23};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
}
let i5 = data22.length;
let j2;
if(i5 > 1){
const indices2 = {};
for(;i5--;){
let item2 = data22[i5];
if(typeof item2 !== "string"){
continue;
}
if(typeof indices2[item2] == "number"){
j2 = indices2[item2];
const err47 = {instancePath:instancePath+"/layers/" + key6.replace(/~/g, "~0").replace(/\//g, "~1")+"/architectures",schemaPath:"#/definitions/layer/properties/architectures/uniqueItems",keyword:"uniqueItems",params:{i: i5, j: j2},schema:true,parentSchema:schema104.properties.architectures,data:data22};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
break;
}
indices2[item2] = i5;
}
}
}
else {
const err48 = {instancePath:instancePath+"/layers/" + key6.replace(/~/g, "~0").replace(/\//g, "~1")+"/architectures",schemaPath:"#/definitions/layer/properties/architectures/type",keyword:"type",params:{type: "array"},schema:schema104.properties.architectures.type,parentSchema:schema104.properties.architectures,data:data22};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
}
if(data16.license !== undefined){
let data24 = data16.license;
if(typeof data24 === "string"){
if(func3(data24) > 512){
const err49 = {instancePath:instancePath+"/layers/" + key6.replace(/~/g, "~0").replace(/\//g, "~1")+"/license",schemaPath:"#/definitions/layer/properties/license/maxLength",keyword:"maxLength",params:{limit: 512},schema:512,parentSchema:schema104.properties.license,data:data24};
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
const err50 = {instancePath:instancePath+"/layers/" + key6.replace(/~/g, "~0").replace(/\//g, "~1")+"/license",schemaPath:"#/definitions/layer/properties/license/type",keyword:"type",params:{type: "string"},schema:schema104.properties.license.type,parentSchema:schema104.properties.license,data:data24};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
}
if(data16.keep !== undefined){
let data25 = data16.keep;
if(!(((typeof data25 == "number") && (!(data25 % 1) && !isNaN(data25))) && (isFinite(data25)))){
const err51 = {instancePath:instancePath+"/layers/" + key6.replace(/~/g, "~0").replace(/\//g, "~1")+"/keep",schemaPath:"#/definitions/layer/properties/keep/type",keyword:"type",params:{type: "integer"},schema:schema104.properties.keep.type,parentSchema:schema104.properties.keep,data:data25};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
if((typeof data25 == "number") && (isFinite(data25))){
if(data25 > 1000000 || isNaN(data25)){
const err52 = {instancePath:instancePath+"/layers/" + key6.replace(/~/g, "~0").replace(/\//g, "~1")+"/keep",schemaPath:"#/definitions/layer/properties/keep/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000},schema:1000000,parentSchema:schema104.properties.keep,data:data25};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
if(data25 < 1 || isNaN(data25)){
const err53 = {instancePath:instancePath+"/layers/" + key6.replace(/~/g, "~0").replace(/\//g, "~1")+"/keep",schemaPath:"#/definitions/layer/properties/keep/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},schema:1,parentSchema:schema104.properties.keep,data:data25};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
}
}
}
else {
const err54 = {instancePath:instancePath+"/layers/" + key6.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/layer/type",keyword:"type",params:{type: "object"},schema:schema104.type,parentSchema:schema104,data:data16};
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
else {
const err55 = {instancePath:instancePath+"/layers",schemaPath:"#/properties/layers/type",keyword:"type",params:{type: "object"},schema:schema11.properties.layers.type,parentSchema:schema11.properties.layers,data:data15};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
}
errors++;
}
}
if(data.rollout !== undefined){
let data26 = data.rollout;
if(typeof data26 === "string"){
if(func3(data26) > 64){
const err56 = {instancePath:instancePath+"/rollout",schemaPath:"#/definitions/rolloutName/maxLength",keyword:"maxLength",params:{limit: 64},schema:64,parentSchema:schema84,data:data26};
if(vErrors === null){
vErrors = [err56];
}
else {
vErrors.push(err56);
}
errors++;
}
if(func3(data26) < 1){
const err57 = {instancePath:instancePath+"/rollout",schemaPath:"#/definitions/rolloutName/minLength",keyword:"minLength",params:{limit: 1},schema:1,parentSchema:schema84,data:data26};
if(vErrors === null){
vErrors = [err57];
}
else {
vErrors.push(err57);
}
errors++;
}
}
else {
const err58 = {instancePath:instancePath+"/rollout",schemaPath:"#/definitions/rolloutName/type",keyword:"type",params:{type: "string"},schema:schema84.type,parentSchema:schema84,data:data26};
if(vErrors === null){
vErrors = [err58];
}
else {
vErrors.push(err58);
}
errors++;
}
}
if(data.rollouts !== undefined){
let data27 = data.rollouts;
if(data27 && typeof data27 == "object" && !Array.isArray(data27)){
for(const key8 in data27){
const _errs95 = errors;
if(typeof key8 === "string"){
if(!pattern79.test(key8)){
const err59 = {instancePath:instancePath+"/rollouts",schemaPath:"#/definitions/rolloutKey/pattern",keyword:"pattern",params:{pattern: "^[a-zA-Z][a-zA-Z0-9_-]{0,63}$"},schema:"^[a-zA-Z][a-zA-Z0-9_-]{0,63}$",parentSchema:schema106,data:key8,propertyName:key8};
if(vErrors === null){
vErrors = [err59];
}
else {
vErrors.push(err59);
}
errors++;
}
}
else {
const err60 = {instancePath:instancePath+"/rollouts",schemaPath:"#/definitions/rolloutKey/type",keyword:"type",params:{type: "string"},schema:schema106.type,parentSchema:schema106,data:key8,propertyName:key8};
if(vErrors === null){
vErrors = [err60];
}
else {
vErrors.push(err60);
}
errors++;
}
var valid22 = _errs95 === errors;
if(!valid22){
const err61 = {instancePath:instancePath+"/rollouts",schemaPath:"#/properties/rollouts/propertyNames",keyword:"propertyNames",params:{propertyName: key8},schema:schema11.properties.rollouts.propertyNames,parentSchema:schema11.properties.rollouts,data:data27};
if(vErrors === null){
vErrors = [err61];
}
else {
vErrors.push(err61);
}
errors++;
}
}
for(const key9 in data27){
if(!(validate81(data27[key9], {instancePath:instancePath+"/rollouts/" + key9.replace(/~/g, "~0").replace(/\//g, "~1"),parentData:data27,parentDataProperty:key9,rootData}))){
vErrors = vErrors === null ? validate81.errors : vErrors.concat(validate81.errors);
errors = vErrors.length;
}
}
}
else {
const err62 = {instancePath:instancePath+"/rollouts",schemaPath:"#/properties/rollouts/type",keyword:"type",params:{type: "object"},schema:schema11.properties.rollouts.type,parentSchema:schema11.properties.rollouts,data:data27};
if(vErrors === null){
vErrors = [err62];
}
else {
vErrors.push(err62);
}
errors++;
}
}
if(data.guard !== undefined){
if(!(validate97(data.guard, {instancePath:instancePath+"/guard",parentData:data,parentDataProperty:"guard",rootData}))){
vErrors = vErrors === null ? validate97.errors : vErrors.concat(validate97.errors);
errors = vErrors.length;
}
}
if(data.alarms !== undefined){
if(!(validate32(data.alarms, {instancePath:instancePath+"/alarms",parentData:data,parentDataProperty:"alarms",rootData}))){
vErrors = vErrors === null ? validate32.errors : vErrors.concat(validate32.errors);
errors = vErrors.length;
}
}
if(data.rollbackScope !== undefined){
let data31 = data.rollbackScope;
if(typeof data31 !== "string"){
const err63 = {instancePath:instancePath+"/rollbackScope",schemaPath:"#/properties/rollbackScope/type",keyword:"type",params:{type: "string"},schema:schema11.properties.rollbackScope.type,parentSchema:schema11.properties.rollbackScope,data:data31};
if(vErrors === null){
vErrors = [err63];
}
else {
vErrors.push(err63);
}
errors++;
}
if(!((data31 === "release") || (data31 === "function"))){
const err64 = {instancePath:instancePath+"/rollbackScope",schemaPath:"#/properties/rollbackScope/enum",keyword:"enum",params:{allowedValues: schema11.properties.rollbackScope.enum},schema:schema11.properties.rollbackScope.enum,parentSchema:schema11.properties.rollbackScope,data:data31};
if(vErrors === null){
vErrors = [err64];
}
else {
vErrors.push(err64);
}
errors++;
}
}
if(data.holdFor !== undefined){
let data32 = data.holdFor;
if(typeof data32 === "string"){
if(!pattern6.test(data32)){
const err65 = {instancePath:instancePath+"/holdFor",schemaPath:"#/definitions/duration/pattern",keyword:"pattern",params:{pattern: "^(?=.)(\\d{1,4}h)?(\\d{1,5}m(?!s))?(\\d{1,6}s)?(\\d{1,7}ms)?$"},schema:"^(?=.)(\\d{1,4}h)?(\\d{1,5}m(?!s))?(\\d{1,6}s)?(\\d{1,7}ms)?$",parentSchema:schema35,data:data32};
if(vErrors === null){
vErrors = [err65];
}
else {
vErrors.push(err65);
}
errors++;
}
}
else {
const err66 = {instancePath:instancePath+"/holdFor",schemaPath:"#/definitions/duration/type",keyword:"type",params:{type: "string"},schema:schema35.type,parentSchema:schema35,data:data32};
if(vErrors === null){
vErrors = [err66];
}
else {
vErrors.push(err66);
}
errors++;
}
}
if(data.journal !== undefined){
let data33 = data.journal;
if((typeof data33 !== "string") && (data33 !== null)){
const err67 = {instancePath:instancePath+"/journal",schemaPath:"#/properties/journal/type",keyword:"type",params:{type: schema11.properties.journal.type},schema:schema11.properties.journal.type,parentSchema:schema11.properties.journal,data:data33};
if(vErrors === null){
vErrors = [err67];
}
else {
vErrors.push(err67);
}
errors++;
}
if(typeof data33 === "string"){
if(func3(data33) > 1024){
const err68 = {instancePath:instancePath+"/journal",schemaPath:"#/properties/journal/maxLength",keyword:"maxLength",params:{limit: 1024},schema:1024,parentSchema:schema11.properties.journal,data:data33};
if(vErrors === null){
vErrors = [err68];
}
else {
vErrors.push(err68);
}
errors++;
}
if(!pattern93.test(data33)){
const err69 = {instancePath:instancePath+"/journal",schemaPath:"#/properties/journal/pattern",keyword:"pattern",params:{pattern: "^s3://[a-z0-9][a-z0-9.-]{1,61}[a-z0-9](/[^\\u0000-\\u001f]*)?$"},schema:"^s3://[a-z0-9][a-z0-9.-]{1,61}[a-z0-9](/[^\\u0000-\\u001f]*)?$",parentSchema:schema11.properties.journal,data:data33};
if(vErrors === null){
vErrors = [err69];
}
else {
vErrors.push(err69);
}
errors++;
}
}
}
if(data.notifications !== undefined){
if(!(validate100(data.notifications, {instancePath:instancePath+"/notifications",parentData:data,parentDataProperty:"notifications",rootData}))){
vErrors = vErrors === null ? validate100.errors : vErrors.concat(validate100.errors);
errors = vErrors.length;
}
}
}
else {
const err70 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema11.type,parentSchema:schema11,data};
if(vErrors === null){
vErrors = [err70];
}
else {
vErrors.push(err70);
}
errors++;
}
validate10.errors = vErrors;
return errors === 0;
}

