// Generated from schemas/ by scripts/generate.js. Change the schemas, then run `npm run generate`.
"use strict";
exports.validate = validate10;
const schema11 = {"$schema":"http://json-schema.org/draft-07/schema#","title":"Project file","description":"lambda.config.yaml of shipit: the functions of a project and how they are released.","type":"object","required":["project","functions"],"additionalProperties":false,"properties":{"$schema":{"description":"Where editors find this schema; shipit does not read it.","type":"string","examples":["./lambda.config.schema.json"],"$comment":"$schema"},"project":{"description":"Name of the project; the first part of Lambda names that are not given.","type":"string","pattern":"^[a-zA-Z0-9][a-zA-Z0-9_-]{0,62}$","examples":["orders"],"$comment":"project"},"region":{"description":"The AWS region. Without it, --region or AWS_REGION decides.","type":"string","pattern":"^(eusc-)?[a-z]{2}(-gov|-iso[a-z]?)?-[a-z]{1,20}-\\d$","examples":["eu-west-1"],"$comment":"region"},"defaults":{"$ref":"#/definitions/defaults"},"functions":{"description":"The functions by key, the word for them in this file and on the command line.","type":"object","minProperties":1,"propertyNames":{"$ref":"#/definitions/functionKey"},"additionalProperties":{"$ref":"#/definitions/function"},"examples":[{"api":{"code":"dist/api","handler":"index.handler"}}],"$comment":"functions"},"rollout":{"$ref":"#/definitions/rolloutName","description":"The rollout of every function that does not name its own.","examples":["careful"]},"rollouts":{"description":"Rollouts by name.","type":"object","propertyNames":{"$ref":"#/definitions/rolloutKey"},"additionalProperties":{"$ref":"#/definitions/rollout"},"examples":[{"careful":{"canary":"10%","bake":"10m"}}],"$comment":"rollouts"},"guard":{"$ref":"#/definitions/guard"},"local":{"$ref":"#/definitions/local"}},"definitions":{"rolloutKey":{"description":"A name for a rollout.","type":"string","pattern":"^[a-zA-Z][a-zA-Z0-9_-]{0,63}$","examples":["careful"],"$comment":"rolloutKey"},"defaults":{"title":"Defaults","description":"Laid under every function: maps are merged by key, lists and single values are replaced.","type":"object","additionalProperties":false,"examples":[{"runtime":"nodejs24.x","memorySize":256,"alias":"live"}],"properties":{"code":{"$ref":"#/definitions/code"},"handler":{"$ref":"#/definitions/handler"},"runtime":{"$ref":"#/definitions/runtime"},"memorySize":{"$ref":"#/definitions/memorySize"},"role":{"$ref":"#/definitions/role"},"timeout":{"$ref":"#/definitions/timeout"},"environment":{"$ref":"#/definitions/environment"},"alias":{"$ref":"#/definitions/alias"},"alarms":{"$ref":"#/definitions/alarms"},"testEvents":{"$ref":"#/definitions/testEvents"},"rollout":{"$ref":"#/definitions/rolloutName"}},"$comment":"defaults"},"functionKey":{"description":"The word for a function in this file and on the command line.","type":"string","pattern":"^[a-zA-Z0-9][a-zA-Z0-9_-]{0,63}$","examples":["api"],"$comment":"functionKey"},"name":{"description":"The Lambda name. Without it, `<project>-<key>`.","type":"string","pattern":"^[a-zA-Z0-9_-]{1,64}$","examples":["orders-api"],"$comment":"name"},"code":{"description":"What is deployed: a folder, zipped by shipit, or a ready .zip, deployed byte for byte.","type":"string","minLength":1,"maxLength":1024,"examples":["dist/api","dist/api.zip"],"$comment":"code"},"handler":{"description":"File and function that Lambda calls, in the form of the runtime.","type":"string","pattern":"^[^\\s]{1,128}$","examples":["index.handler"],"$comment":"handler"},"runtime":{"description":"The Lambda runtime. Words that shipit does not know are passed on.","type":"string","pattern":"^[a-z][a-z0-9.]{1,63}$","examples":["nodejs24.x","python3.13"],"$comment":"runtime"},"memorySize":{"description":"Memory in MB, 128 to 10240.","type":["integer","null"],"minimum":128,"maximum":10240,"examples":[256],"$comment":"memorySize"},"role":{"description":"ARN of the execution role.","type":"string","pattern":"^arn:(aws[a-zA-Z-]*)?:iam::\\d{12}:role/[a-zA-Z_0-9+=,.@/-]{1,512}$","examples":["arn:aws:iam::123456789012:role/orders"],"$comment":"role"},"timeout":{"description":"How long one request may take: whole seconds, 1s to 900s (15m).","type":["string","null"],"pattern":"^(?=.)(\\d{1,4}h)?(\\d{1,5}m(?!s))?(\\d{1,6}s)?(\\d{1,7}ms)?$","examples":["10s","2m"],"$comment":"timeout"},"environment":{"description":"Environment variables; values are strings, 4 KB for all. What is declared here replaces what the function has.","type":["object","null"],"propertyNames":{"$ref":"#/definitions/environmentKey"},"additionalProperties":{"$ref":"#/definitions/environmentValue"},"examples":[{"TABLE":"orders"}],"$comment":"environment"},"environmentKey":{"description":"Name of an environment variable, at least two characters.","type":"string","pattern":"^[a-zA-Z][a-zA-Z0-9_]+$","examples":["TABLE"],"$comment":"environmentKey"},"environmentValue":{"description":"Value of an environment variable.","type":"string","examples":["orders"],"$comment":"environmentValue"},"alias":{"description":"The alias that callers use and that is moved.","type":"string","pattern":"^(?!\\d+$)[a-zA-Z0-9_-]{1,128}$","default":"live","examples":["live"],"$comment":"alias"},"alarms":{"description":"Names of CloudWatch alarms, metric or composite, that send a release back.","type":"array","uniqueItems":true,"items":{"$ref":"#/definitions/alarmName"},"examples":[["orders-api-errors"]],"$comment":"alarms"},"alarmName":{"description":"Name of an existing CloudWatch alarm.","type":"string","minLength":1,"maxLength":255,"examples":["orders-api-errors"],"$comment":"alarmName"},"testEvents":{"description":"Sample events, a glob of JSON files: for the smoke test and for local traffic.","type":"string","minLength":1,"maxLength":1024,"examples":["events/api/*.json"],"$comment":"testEvents"},"function":{"title":"Lambda function","description":"One Lambda function. A key that is absent is left alone at AWS; `null` is AWS's default.","type":"object","additionalProperties":false,"examples":[{"code":"dist/api","handler":"index.handler","timeout":"10s"}],"properties":{"name":{"$ref":"#/definitions/name"},"code":{"$ref":"#/definitions/code"},"handler":{"$ref":"#/definitions/handler"},"runtime":{"$ref":"#/definitions/runtime"},"memorySize":{"$ref":"#/definitions/memorySize"},"role":{"$ref":"#/definitions/role"},"timeout":{"$ref":"#/definitions/timeout"},"environment":{"$ref":"#/definitions/environment"},"alias":{"$ref":"#/definitions/alias"},"alarms":{"$ref":"#/definitions/alarms"},"testEvents":{"$ref":"#/definitions/testEvents"},"rollout":{"$ref":"#/definitions/rolloutName"}},"$comment":"function"},"preset":{"title":"Preset","description":"One of CodeDeploy's words for a rollout.","enum":["Canary10Percent5Minutes","Canary10Percent10Minutes","Canary10Percent15Minutes","Canary10Percent30Minutes","Linear10PercentEvery1Minute","Linear10PercentEvery2Minutes","Linear10PercentEvery3Minutes","Linear10PercentEvery10Minutes","AllAtOnce"],"type":"string","examples":["Canary10Percent5Minutes"],"$comment":"preset"},"canary":{"title":"Canary","description":"A share of the traffic first, then all of it.","type":"object","required":["canary"],"additionalProperties":false,"examples":[{"canary":"10%","bake":"10m"}],"properties":{"canary":{"$ref":"#/definitions/weight","description":"The share of requests that the candidate gets first.","examples":["10%"]},"bake":{"$ref":"#/definitions/duration","description":"How long it is watched at that share before it gets everything.","default":"10m","examples":["10m"]},"bakeAfter":{"$ref":"#/definitions/duration","description":"How long it is watched at 100% before the release ends.","default":"0s","examples":["5m"]}},"$comment":"canary"},"linear":{"title":"Linear","description":"Equal shares, one after the other.","type":"object","required":["linear","every"],"additionalProperties":false,"examples":[{"linear":"10%","every":"1m"}],"properties":{"linear":{"$ref":"#/definitions/weight","description":"The share of requests that each step adds.","examples":["10%"]},"every":{"$ref":"#/definitions/duration","description":"How long each step is watched.","examples":["1m"]},"bakeAfter":{"$ref":"#/definitions/duration","description":"How long it is watched at 100% before the release ends.","default":"0s","examples":["5m"]}},"$comment":"linear"},"steps":{"title":"Steps","description":"Free steps, each with its own weight and bake; 100% follows the last one.","type":"object","required":["steps"],"additionalProperties":false,"examples":[{"steps":[{"weight":"1%","bake":"2m"}],"bakeAfter":"5m"}],"properties":{"steps":{"description":"The steps; their weights rise.","type":"array","minItems":1,"maxItems":100,"items":{"$ref":"#/definitions/step"},"examples":[[{"weight":"1%","bake":"2m"}]],"$comment":"steps"},"bakeAfter":{"$ref":"#/definitions/duration","description":"How long it is watched at 100% before the release ends.","default":"0s","examples":["5m"]}},"$comment":"steps"},"step":{"title":"Step","description":"One stop of a rollout.","type":"object","required":["weight"],"additionalProperties":false,"examples":[{"weight":"25%","bake":"5m"}],"properties":{"weight":{"$ref":"#/definitions/weight","description":"The share of requests that the candidate gets in this step.","examples":["25%"]},"bake":{"$ref":"#/definitions/duration","description":"How long this step is watched.","default":"10m","examples":["5m"]}},"$comment":"step"},"rollout":{"title":"Rollout","description":"How traffic moves to the candidate: a canary, equal steps, free steps, or one of CodeDeploy's words.","examples":[{"canary":"10%","bake":"10m"},"Linear10PercentEvery2Minutes"],"anyOf":[{"$ref":"#/definitions/preset"},{"$ref":"#/definitions/canary"},{"$ref":"#/definitions/linear"},{"$ref":"#/definitions/steps"}],"$comment":"rollout"},"guard":{"title":"Guard","description":"The built-in gate: the candidate's own error rate over a step. It is on unless a release says --no-gate.","type":"object","additionalProperties":false,"examples":[{"maxErrorRate":"5%","minInvocations":20}],"properties":{"maxErrorRate":{"$ref":"#/definitions/percent","description":"The largest share of the candidate's requests that may fail over a step.","default":"5%","examples":["5%"]},"minInvocations":{"description":"The guard does not speak before the candidate answered this many requests in a step.","type":"integer","minimum":1,"maximum":1000000,"default":20,"examples":[20],"$comment":"minInvocations"}},"$comment":"guard"},"local":{"title":"Local","description":"What `--local` needs beside the project.","type":"object","additionalProperties":false,"examples":[{"seed":"local.yaml"}],"properties":{"seed":{"$ref":"#/definitions/path","description":"A file with PutMetricAlarm inputs that are applied under --local where the alarm is absent.","examples":["local.yaml"]}},"$comment":"local"},"percent":{"description":"A share of requests: a number, at most one decimal, and `%`.","type":"string","pattern":"^(100(\\.0)?|\\d{1,2}(\\.\\d)?)%$","examples":["5%","0.5%"],"$comment":"percent"},"weight":{"description":"The share of requests that the candidate gets: above 0%, below 100%.","type":"string","pattern":"^(?!0{1,2}(\\.0)?%)\\d{1,2}(\\.\\d)?%$","examples":["10%","0.5%"],"$comment":"weight"},"duration":{"description":"A length of time: hours, minutes, seconds, milliseconds, in this order.","type":"string","pattern":"^(?=.)(\\d{1,4}h)?(\\d{1,5}m(?!s))?(\\d{1,6}s)?(\\d{1,7}ms)?$","examples":["10m","90s","1h30m"],"$comment":"duration"},"path":{"description":"A path below the folder of the project file, with `/`.","type":"string","minLength":1,"maxLength":1024,"examples":["dist/api"],"$comment":"path"},"rolloutName":{"description":"How new versions are rolled out: a name of `rollouts`, or one of CodeDeploy's words.","type":"string","minLength":1,"maxLength":64,"examples":["careful","Canary10Percent5Minutes"],"$comment":"rolloutName"}},"$comment":"file"};
const schema27 = {"description":"The word for a function in this file and on the command line.","type":"string","pattern":"^[a-zA-Z0-9][a-zA-Z0-9_-]{0,63}$","examples":["api"],"$comment":"functionKey"};
const schema26 = {"description":"How new versions are rolled out: a name of `rollouts`, or one of CodeDeploy's words.","type":"string","minLength":1,"maxLength":64,"examples":["careful","Canary10Percent5Minutes"],"$comment":"rolloutName"};
const schema40 = {"description":"A name for a rollout.","type":"string","pattern":"^[a-zA-Z][a-zA-Z0-9_-]{0,63}$","examples":["careful"],"$comment":"rolloutKey"};
const func2 = Object.prototype.hasOwnProperty;
const func4 = require("ajv/dist/runtime/ucs2length").default;
const pattern0 = new RegExp("^[a-zA-Z0-9][a-zA-Z0-9_-]{0,62}$", "u");
const pattern1 = new RegExp("^(eusc-)?[a-z]{2}(-gov|-iso[a-z]?)?-[a-z]{1,20}-\\d$", "u");
const pattern8 = new RegExp("^[a-zA-Z0-9][a-zA-Z0-9_-]{0,63}$", "u");
const pattern15 = new RegExp("^[a-zA-Z][a-zA-Z0-9_-]{0,63}$", "u");
const schema12 = {"title":"Defaults","description":"Laid under every function: maps are merged by key, lists and single values are replaced.","type":"object","additionalProperties":false,"examples":[{"runtime":"nodejs24.x","memorySize":256,"alias":"live"}],"properties":{"code":{"$ref":"#/definitions/code"},"handler":{"$ref":"#/definitions/handler"},"runtime":{"$ref":"#/definitions/runtime"},"memorySize":{"$ref":"#/definitions/memorySize"},"role":{"$ref":"#/definitions/role"},"timeout":{"$ref":"#/definitions/timeout"},"environment":{"$ref":"#/definitions/environment"},"alias":{"$ref":"#/definitions/alias"},"alarms":{"$ref":"#/definitions/alarms"},"testEvents":{"$ref":"#/definitions/testEvents"},"rollout":{"$ref":"#/definitions/rolloutName"}},"$comment":"defaults"};
const schema13 = {"description":"What is deployed: a folder, zipped by shipit, or a ready .zip, deployed byte for byte.","type":"string","minLength":1,"maxLength":1024,"examples":["dist/api","dist/api.zip"],"$comment":"code"};
const schema14 = {"description":"File and function that Lambda calls, in the form of the runtime.","type":"string","pattern":"^[^\\s]{1,128}$","examples":["index.handler"],"$comment":"handler"};
const schema15 = {"description":"The Lambda runtime. Words that shipit does not know are passed on.","type":"string","pattern":"^[a-z][a-z0-9.]{1,63}$","examples":["nodejs24.x","python3.13"],"$comment":"runtime"};
const schema16 = {"description":"Memory in MB, 128 to 10240.","type":["integer","null"],"minimum":128,"maximum":10240,"examples":[256],"$comment":"memorySize"};
const schema17 = {"description":"ARN of the execution role.","type":"string","pattern":"^arn:(aws[a-zA-Z-]*)?:iam::\\d{12}:role/[a-zA-Z_0-9+=,.@/-]{1,512}$","examples":["arn:aws:iam::123456789012:role/orders"],"$comment":"role"};
const schema18 = {"description":"How long one request may take: whole seconds, 1s to 900s (15m).","type":["string","null"],"pattern":"^(?=.)(\\d{1,4}h)?(\\d{1,5}m(?!s))?(\\d{1,6}s)?(\\d{1,7}ms)?$","examples":["10s","2m"],"$comment":"timeout"};
const schema22 = {"description":"The alias that callers use and that is moved.","type":"string","pattern":"^(?!\\d+$)[a-zA-Z0-9_-]{1,128}$","default":"live","examples":["live"],"$comment":"alias"};
const schema25 = {"description":"Sample events, a glob of JSON files: for the smoke test and for local traffic.","type":"string","minLength":1,"maxLength":1024,"examples":["events/api/*.json"],"$comment":"testEvents"};
const pattern2 = new RegExp("^[^\\s]{1,128}$", "u");
const pattern3 = new RegExp("^[a-z][a-z0-9.]{1,63}$", "u");
const pattern4 = new RegExp("^arn:(aws[a-zA-Z-]*)?:iam::\\d{12}:role/[a-zA-Z_0-9+=,.@/-]{1,512}$", "u");
const pattern5 = new RegExp("^(?=.)(\\d{1,4}h)?(\\d{1,5}m(?!s))?(\\d{1,6}s)?(\\d{1,7}ms)?$", "u");
const pattern7 = new RegExp("^(?!\\d+$)[a-zA-Z0-9_-]{1,128}$", "u");
const schema19 = {"description":"Environment variables; values are strings, 4 KB for all. What is declared here replaces what the function has.","type":["object","null"],"propertyNames":{"$ref":"#/definitions/environmentKey"},"additionalProperties":{"$ref":"#/definitions/environmentValue"},"examples":[{"TABLE":"orders"}],"$comment":"environment"};
const schema20 = {"description":"Name of an environment variable, at least two characters.","type":"string","pattern":"^[a-zA-Z][a-zA-Z0-9_]+$","examples":["TABLE"],"$comment":"environmentKey"};
const schema21 = {"description":"Value of an environment variable.","type":"string","examples":["orders"],"$comment":"environmentValue"};
const pattern6 = new RegExp("^[a-zA-Z][a-zA-Z0-9_]+$", "u");

function validate12(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if((!(data && typeof data == "object" && !Array.isArray(data))) && (data !== null)){
const err0 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: schema19.type},schema:schema19.type,parentSchema:schema19,data};
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
const _errs2 = errors;
if(typeof key0 === "string"){
if(!pattern6.test(key0)){
const err1 = {instancePath,schemaPath:"#/definitions/environmentKey/pattern",keyword:"pattern",params:{pattern: "^[a-zA-Z][a-zA-Z0-9_]+$"},schema:"^[a-zA-Z][a-zA-Z0-9_]+$",parentSchema:schema20,data:key0,propertyName:key0};
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
const err2 = {instancePath,schemaPath:"#/definitions/environmentKey/type",keyword:"type",params:{type: "string"},schema:schema20.type,parentSchema:schema20,data:key0,propertyName:key0};
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
const err3 = {instancePath,schemaPath:"#/propertyNames",keyword:"propertyNames",params:{propertyName: key0},schema:schema19.propertyNames,parentSchema:schema19,data};
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
if(typeof data0 !== "string"){
const err4 = {instancePath:instancePath+"/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/environmentValue/type",keyword:"type",params:{type: "string"},schema:schema21.type,parentSchema:schema21,data:data0};
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
validate12.errors = vErrors;
return errors === 0;
}

const schema23 = {"description":"Names of CloudWatch alarms, metric or composite, that send a release back.","type":"array","uniqueItems":true,"items":{"$ref":"#/definitions/alarmName"},"examples":[["orders-api-errors"]],"$comment":"alarms"};
const schema24 = {"description":"Name of an existing CloudWatch alarm.","type":"string","minLength":1,"maxLength":255,"examples":["orders-api-errors"],"$comment":"alarmName"};
const func0 = require("ajv/dist/runtime/equal").default;

function validate14(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(Array.isArray(data)){
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
let data0 = data[i0];
if(typeof data0 === "string"){
if(func4(data0) > 255){
const err0 = {instancePath:instancePath+"/" + i0,schemaPath:"#/definitions/alarmName/maxLength",keyword:"maxLength",params:{limit: 255},schema:255,parentSchema:schema24,data:data0};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(func4(data0) < 1){
const err1 = {instancePath:instancePath+"/" + i0,schemaPath:"#/definitions/alarmName/minLength",keyword:"minLength",params:{limit: 1},schema:1,parentSchema:schema24,data:data0};
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
const err2 = {instancePath:instancePath+"/" + i0,schemaPath:"#/definitions/alarmName/type",keyword:"type",params:{type: "string"},schema:schema24.type,parentSchema:schema24,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
let i1 = data.length;
let j0;
if(i1 > 1){
outer0:
for(;i1--;){
for(j0 = i1; j0--;){
if(func0(data[i1], data[j0])){
const err3 = {instancePath,schemaPath:"#/uniqueItems",keyword:"uniqueItems",params:{i: i1, j: j0},schema:true,parentSchema:schema23,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
break outer0;
}
}
}
}
}
else {
const err4 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "array"},schema:schema23.type,parentSchema:schema23,data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
validate14.errors = vErrors;
return errors === 0;
}


function validate11(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(func2.call(schema12.properties, key0))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema12,data};
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
if(func4(data0) > 1024){
const err1 = {instancePath:instancePath+"/code",schemaPath:"#/definitions/code/maxLength",keyword:"maxLength",params:{limit: 1024},schema:1024,parentSchema:schema13,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(func4(data0) < 1){
const err2 = {instancePath:instancePath+"/code",schemaPath:"#/definitions/code/minLength",keyword:"minLength",params:{limit: 1},schema:1,parentSchema:schema13,data:data0};
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
const err3 = {instancePath:instancePath+"/code",schemaPath:"#/definitions/code/type",keyword:"type",params:{type: "string"},schema:schema13.type,parentSchema:schema13,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.handler !== undefined){
let data1 = data.handler;
if(typeof data1 === "string"){
if(!pattern2.test(data1)){
const err4 = {instancePath:instancePath+"/handler",schemaPath:"#/definitions/handler/pattern",keyword:"pattern",params:{pattern: "^[^\\s]{1,128}$"},schema:"^[^\\s]{1,128}$",parentSchema:schema14,data:data1};
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
const err5 = {instancePath:instancePath+"/handler",schemaPath:"#/definitions/handler/type",keyword:"type",params:{type: "string"},schema:schema14.type,parentSchema:schema14,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.runtime !== undefined){
let data2 = data.runtime;
if(typeof data2 === "string"){
if(!pattern3.test(data2)){
const err6 = {instancePath:instancePath+"/runtime",schemaPath:"#/definitions/runtime/pattern",keyword:"pattern",params:{pattern: "^[a-z][a-z0-9.]{1,63}$"},schema:"^[a-z][a-z0-9.]{1,63}$",parentSchema:schema15,data:data2};
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
const err7 = {instancePath:instancePath+"/runtime",schemaPath:"#/definitions/runtime/type",keyword:"type",params:{type: "string"},schema:schema15.type,parentSchema:schema15,data:data2};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.memorySize !== undefined){
let data3 = data.memorySize;
if((!(((typeof data3 == "number") && (!(data3 % 1) && !isNaN(data3))) && (isFinite(data3)))) && (data3 !== null)){
const err8 = {instancePath:instancePath+"/memorySize",schemaPath:"#/definitions/memorySize/type",keyword:"type",params:{type: schema16.type},schema:schema16.type,parentSchema:schema16,data:data3};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
if((typeof data3 == "number") && (isFinite(data3))){
if(data3 > 10240 || isNaN(data3)){
const err9 = {instancePath:instancePath+"/memorySize",schemaPath:"#/definitions/memorySize/maximum",keyword:"maximum",params:{comparison: "<=", limit: 10240},schema:10240,parentSchema:schema16,data:data3};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
if(data3 < 128 || isNaN(data3)){
const err10 = {instancePath:instancePath+"/memorySize",schemaPath:"#/definitions/memorySize/minimum",keyword:"minimum",params:{comparison: ">=", limit: 128},schema:128,parentSchema:schema16,data:data3};
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
if(data.role !== undefined){
let data4 = data.role;
if(typeof data4 === "string"){
if(!pattern4.test(data4)){
const err11 = {instancePath:instancePath+"/role",schemaPath:"#/definitions/role/pattern",keyword:"pattern",params:{pattern: "^arn:(aws[a-zA-Z-]*)?:iam::\\d{12}:role/[a-zA-Z_0-9+=,.@/-]{1,512}$"},schema:"^arn:(aws[a-zA-Z-]*)?:iam::\\d{12}:role/[a-zA-Z_0-9+=,.@/-]{1,512}$",parentSchema:schema17,data:data4};
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
const err12 = {instancePath:instancePath+"/role",schemaPath:"#/definitions/role/type",keyword:"type",params:{type: "string"},schema:schema17.type,parentSchema:schema17,data:data4};
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
let data5 = data.timeout;
if((typeof data5 !== "string") && (data5 !== null)){
const err13 = {instancePath:instancePath+"/timeout",schemaPath:"#/definitions/timeout/type",keyword:"type",params:{type: schema18.type},schema:schema18.type,parentSchema:schema18,data:data5};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
if(typeof data5 === "string"){
if(!pattern5.test(data5)){
const err14 = {instancePath:instancePath+"/timeout",schemaPath:"#/definitions/timeout/pattern",keyword:"pattern",params:{pattern: "^(?=.)(\\d{1,4}h)?(\\d{1,5}m(?!s))?(\\d{1,6}s)?(\\d{1,7}ms)?$"},schema:"^(?=.)(\\d{1,4}h)?(\\d{1,5}m(?!s))?(\\d{1,6}s)?(\\d{1,7}ms)?$",parentSchema:schema18,data:data5};
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
if(data.environment !== undefined){
if(!(validate12(data.environment, {instancePath:instancePath+"/environment",parentData:data,parentDataProperty:"environment",rootData}))){
vErrors = vErrors === null ? validate12.errors : vErrors.concat(validate12.errors);
errors = vErrors.length;
}
}
if(data.alias !== undefined){
let data7 = data.alias;
if(typeof data7 === "string"){
if(!pattern7.test(data7)){
const err15 = {instancePath:instancePath+"/alias",schemaPath:"#/definitions/alias/pattern",keyword:"pattern",params:{pattern: "^(?!\\d+$)[a-zA-Z0-9_-]{1,128}$"},schema:"^(?!\\d+$)[a-zA-Z0-9_-]{1,128}$",parentSchema:schema22,data:data7};
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
const err16 = {instancePath:instancePath+"/alias",schemaPath:"#/definitions/alias/type",keyword:"type",params:{type: "string"},schema:schema22.type,parentSchema:schema22,data:data7};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data.alarms !== undefined){
if(!(validate14(data.alarms, {instancePath:instancePath+"/alarms",parentData:data,parentDataProperty:"alarms",rootData}))){
vErrors = vErrors === null ? validate14.errors : vErrors.concat(validate14.errors);
errors = vErrors.length;
}
}
if(data.testEvents !== undefined){
let data9 = data.testEvents;
if(typeof data9 === "string"){
if(func4(data9) > 1024){
const err17 = {instancePath:instancePath+"/testEvents",schemaPath:"#/definitions/testEvents/maxLength",keyword:"maxLength",params:{limit: 1024},schema:1024,parentSchema:schema25,data:data9};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
if(func4(data9) < 1){
const err18 = {instancePath:instancePath+"/testEvents",schemaPath:"#/definitions/testEvents/minLength",keyword:"minLength",params:{limit: 1},schema:1,parentSchema:schema25,data:data9};
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
const err19 = {instancePath:instancePath+"/testEvents",schemaPath:"#/definitions/testEvents/type",keyword:"type",params:{type: "string"},schema:schema25.type,parentSchema:schema25,data:data9};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
if(data.rollout !== undefined){
let data10 = data.rollout;
if(typeof data10 === "string"){
if(func4(data10) > 64){
const err20 = {instancePath:instancePath+"/rollout",schemaPath:"#/definitions/rolloutName/maxLength",keyword:"maxLength",params:{limit: 64},schema:64,parentSchema:schema26,data:data10};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
if(func4(data10) < 1){
const err21 = {instancePath:instancePath+"/rollout",schemaPath:"#/definitions/rolloutName/minLength",keyword:"minLength",params:{limit: 1},schema:1,parentSchema:schema26,data:data10};
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
const err22 = {instancePath:instancePath+"/rollout",schemaPath:"#/definitions/rolloutName/type",keyword:"type",params:{type: "string"},schema:schema26.type,parentSchema:schema26,data:data10};
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
const err23 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema12.type,parentSchema:schema12,data};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
validate11.errors = vErrors;
return errors === 0;
}

const schema28 = {"title":"Lambda function","description":"One Lambda function. A key that is absent is left alone at AWS; `null` is AWS's default.","type":"object","additionalProperties":false,"examples":[{"code":"dist/api","handler":"index.handler","timeout":"10s"}],"properties":{"name":{"$ref":"#/definitions/name"},"code":{"$ref":"#/definitions/code"},"handler":{"$ref":"#/definitions/handler"},"runtime":{"$ref":"#/definitions/runtime"},"memorySize":{"$ref":"#/definitions/memorySize"},"role":{"$ref":"#/definitions/role"},"timeout":{"$ref":"#/definitions/timeout"},"environment":{"$ref":"#/definitions/environment"},"alias":{"$ref":"#/definitions/alias"},"alarms":{"$ref":"#/definitions/alarms"},"testEvents":{"$ref":"#/definitions/testEvents"},"rollout":{"$ref":"#/definitions/rolloutName"}},"$comment":"function"};
const schema29 = {"description":"The Lambda name. Without it, `<project>-<key>`.","type":"string","pattern":"^[a-zA-Z0-9_-]{1,64}$","examples":["orders-api"],"$comment":"name"};
const pattern9 = new RegExp("^[a-zA-Z0-9_-]{1,64}$", "u");

function validate17(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(func2.call(schema28.properties, key0))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema28,data};
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
if(!pattern9.test(data0)){
const err1 = {instancePath:instancePath+"/name",schemaPath:"#/definitions/name/pattern",keyword:"pattern",params:{pattern: "^[a-zA-Z0-9_-]{1,64}$"},schema:"^[a-zA-Z0-9_-]{1,64}$",parentSchema:schema29,data:data0};
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
const err2 = {instancePath:instancePath+"/name",schemaPath:"#/definitions/name/type",keyword:"type",params:{type: "string"},schema:schema29.type,parentSchema:schema29,data:data0};
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
if(func4(data1) > 1024){
const err3 = {instancePath:instancePath+"/code",schemaPath:"#/definitions/code/maxLength",keyword:"maxLength",params:{limit: 1024},schema:1024,parentSchema:schema13,data:data1};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(func4(data1) < 1){
const err4 = {instancePath:instancePath+"/code",schemaPath:"#/definitions/code/minLength",keyword:"minLength",params:{limit: 1},schema:1,parentSchema:schema13,data:data1};
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
const err5 = {instancePath:instancePath+"/code",schemaPath:"#/definitions/code/type",keyword:"type",params:{type: "string"},schema:schema13.type,parentSchema:schema13,data:data1};
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
if(!pattern2.test(data2)){
const err6 = {instancePath:instancePath+"/handler",schemaPath:"#/definitions/handler/pattern",keyword:"pattern",params:{pattern: "^[^\\s]{1,128}$"},schema:"^[^\\s]{1,128}$",parentSchema:schema14,data:data2};
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
const err7 = {instancePath:instancePath+"/handler",schemaPath:"#/definitions/handler/type",keyword:"type",params:{type: "string"},schema:schema14.type,parentSchema:schema14,data:data2};
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
if(!pattern3.test(data3)){
const err8 = {instancePath:instancePath+"/runtime",schemaPath:"#/definitions/runtime/pattern",keyword:"pattern",params:{pattern: "^[a-z][a-z0-9.]{1,63}$"},schema:"^[a-z][a-z0-9.]{1,63}$",parentSchema:schema15,data:data3};
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
const err9 = {instancePath:instancePath+"/runtime",schemaPath:"#/definitions/runtime/type",keyword:"type",params:{type: "string"},schema:schema15.type,parentSchema:schema15,data:data3};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data.memorySize !== undefined){
let data4 = data.memorySize;
if((!(((typeof data4 == "number") && (!(data4 % 1) && !isNaN(data4))) && (isFinite(data4)))) && (data4 !== null)){
const err10 = {instancePath:instancePath+"/memorySize",schemaPath:"#/definitions/memorySize/type",keyword:"type",params:{type: schema16.type},schema:schema16.type,parentSchema:schema16,data:data4};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
if((typeof data4 == "number") && (isFinite(data4))){
if(data4 > 10240 || isNaN(data4)){
const err11 = {instancePath:instancePath+"/memorySize",schemaPath:"#/definitions/memorySize/maximum",keyword:"maximum",params:{comparison: "<=", limit: 10240},schema:10240,parentSchema:schema16,data:data4};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
if(data4 < 128 || isNaN(data4)){
const err12 = {instancePath:instancePath+"/memorySize",schemaPath:"#/definitions/memorySize/minimum",keyword:"minimum",params:{comparison: ">=", limit: 128},schema:128,parentSchema:schema16,data:data4};
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
if(data.role !== undefined){
let data5 = data.role;
if(typeof data5 === "string"){
if(!pattern4.test(data5)){
const err13 = {instancePath:instancePath+"/role",schemaPath:"#/definitions/role/pattern",keyword:"pattern",params:{pattern: "^arn:(aws[a-zA-Z-]*)?:iam::\\d{12}:role/[a-zA-Z_0-9+=,.@/-]{1,512}$"},schema:"^arn:(aws[a-zA-Z-]*)?:iam::\\d{12}:role/[a-zA-Z_0-9+=,.@/-]{1,512}$",parentSchema:schema17,data:data5};
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
const err14 = {instancePath:instancePath+"/role",schemaPath:"#/definitions/role/type",keyword:"type",params:{type: "string"},schema:schema17.type,parentSchema:schema17,data:data5};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data.timeout !== undefined){
let data6 = data.timeout;
if((typeof data6 !== "string") && (data6 !== null)){
const err15 = {instancePath:instancePath+"/timeout",schemaPath:"#/definitions/timeout/type",keyword:"type",params:{type: schema18.type},schema:schema18.type,parentSchema:schema18,data:data6};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
if(typeof data6 === "string"){
if(!pattern5.test(data6)){
const err16 = {instancePath:instancePath+"/timeout",schemaPath:"#/definitions/timeout/pattern",keyword:"pattern",params:{pattern: "^(?=.)(\\d{1,4}h)?(\\d{1,5}m(?!s))?(\\d{1,6}s)?(\\d{1,7}ms)?$"},schema:"^(?=.)(\\d{1,4}h)?(\\d{1,5}m(?!s))?(\\d{1,6}s)?(\\d{1,7}ms)?$",parentSchema:schema18,data:data6};
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
if(data.environment !== undefined){
if(!(validate12(data.environment, {instancePath:instancePath+"/environment",parentData:data,parentDataProperty:"environment",rootData}))){
vErrors = vErrors === null ? validate12.errors : vErrors.concat(validate12.errors);
errors = vErrors.length;
}
}
if(data.alias !== undefined){
let data8 = data.alias;
if(typeof data8 === "string"){
if(!pattern7.test(data8)){
const err17 = {instancePath:instancePath+"/alias",schemaPath:"#/definitions/alias/pattern",keyword:"pattern",params:{pattern: "^(?!\\d+$)[a-zA-Z0-9_-]{1,128}$"},schema:"^(?!\\d+$)[a-zA-Z0-9_-]{1,128}$",parentSchema:schema22,data:data8};
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
const err18 = {instancePath:instancePath+"/alias",schemaPath:"#/definitions/alias/type",keyword:"type",params:{type: "string"},schema:schema22.type,parentSchema:schema22,data:data8};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
if(data.alarms !== undefined){
if(!(validate14(data.alarms, {instancePath:instancePath+"/alarms",parentData:data,parentDataProperty:"alarms",rootData}))){
vErrors = vErrors === null ? validate14.errors : vErrors.concat(validate14.errors);
errors = vErrors.length;
}
}
if(data.testEvents !== undefined){
let data10 = data.testEvents;
if(typeof data10 === "string"){
if(func4(data10) > 1024){
const err19 = {instancePath:instancePath+"/testEvents",schemaPath:"#/definitions/testEvents/maxLength",keyword:"maxLength",params:{limit: 1024},schema:1024,parentSchema:schema25,data:data10};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
if(func4(data10) < 1){
const err20 = {instancePath:instancePath+"/testEvents",schemaPath:"#/definitions/testEvents/minLength",keyword:"minLength",params:{limit: 1},schema:1,parentSchema:schema25,data:data10};
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
const err21 = {instancePath:instancePath+"/testEvents",schemaPath:"#/definitions/testEvents/type",keyword:"type",params:{type: "string"},schema:schema25.type,parentSchema:schema25,data:data10};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
if(data.rollout !== undefined){
let data11 = data.rollout;
if(typeof data11 === "string"){
if(func4(data11) > 64){
const err22 = {instancePath:instancePath+"/rollout",schemaPath:"#/definitions/rolloutName/maxLength",keyword:"maxLength",params:{limit: 64},schema:64,parentSchema:schema26,data:data11};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
if(func4(data11) < 1){
const err23 = {instancePath:instancePath+"/rollout",schemaPath:"#/definitions/rolloutName/minLength",keyword:"minLength",params:{limit: 1},schema:1,parentSchema:schema26,data:data11};
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
const err24 = {instancePath:instancePath+"/rollout",schemaPath:"#/definitions/rolloutName/type",keyword:"type",params:{type: "string"},schema:schema26.type,parentSchema:schema26,data:data11};
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
else {
const err25 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema28.type,parentSchema:schema28,data};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
validate17.errors = vErrors;
return errors === 0;
}

const schema41 = {"title":"Rollout","description":"How traffic moves to the candidate: a canary, equal steps, free steps, or one of CodeDeploy's words.","examples":[{"canary":"10%","bake":"10m"},"Linear10PercentEvery2Minutes"],"anyOf":[{"$ref":"#/definitions/preset"},{"$ref":"#/definitions/canary"},{"$ref":"#/definitions/linear"},{"$ref":"#/definitions/steps"}],"$comment":"rollout"};
const schema42 = {"title":"Preset","description":"One of CodeDeploy's words for a rollout.","enum":["Canary10Percent5Minutes","Canary10Percent10Minutes","Canary10Percent15Minutes","Canary10Percent30Minutes","Linear10PercentEvery1Minute","Linear10PercentEvery2Minutes","Linear10PercentEvery3Minutes","Linear10PercentEvery10Minutes","AllAtOnce"],"type":"string","examples":["Canary10Percent5Minutes"],"$comment":"preset"};
const schema43 = {"title":"Canary","description":"A share of the traffic first, then all of it.","type":"object","required":["canary"],"additionalProperties":false,"examples":[{"canary":"10%","bake":"10m"}],"properties":{"canary":{"$ref":"#/definitions/weight","description":"The share of requests that the candidate gets first.","examples":["10%"]},"bake":{"$ref":"#/definitions/duration","description":"How long it is watched at that share before it gets everything.","default":"10m","examples":["10m"]},"bakeAfter":{"$ref":"#/definitions/duration","description":"How long it is watched at 100% before the release ends.","default":"0s","examples":["5m"]}},"$comment":"canary"};
const schema44 = {"description":"The share of requests that the candidate gets: above 0%, below 100%.","type":"string","pattern":"^(?!0{1,2}(\\.0)?%)\\d{1,2}(\\.\\d)?%$","examples":["10%","0.5%"],"$comment":"weight"};
const schema45 = {"description":"A length of time: hours, minutes, seconds, milliseconds, in this order.","type":"string","pattern":"^(?=.)(\\d{1,4}h)?(\\d{1,5}m(?!s))?(\\d{1,6}s)?(\\d{1,7}ms)?$","examples":["10m","90s","1h30m"],"$comment":"duration"};
const pattern16 = new RegExp("^(?!0{1,2}(\\.0)?%)\\d{1,2}(\\.\\d)?%$", "u");

function validate22(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.canary === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "canary"},schema:schema43.required,parentSchema:schema43,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!(((key0 === "canary") || (key0 === "bake")) || (key0 === "bakeAfter"))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema43,data};
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
if(!pattern16.test(data0)){
const err2 = {instancePath:instancePath+"/canary",schemaPath:"#/definitions/weight/pattern",keyword:"pattern",params:{pattern: "^(?!0{1,2}(\\.0)?%)\\d{1,2}(\\.\\d)?%$"},schema:"^(?!0{1,2}(\\.0)?%)\\d{1,2}(\\.\\d)?%$",parentSchema:schema44,data:data0};
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
const err3 = {instancePath:instancePath+"/canary",schemaPath:"#/definitions/weight/type",keyword:"type",params:{type: "string"},schema:schema44.type,parentSchema:schema44,data:data0};
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
if(!pattern5.test(data1)){
const err4 = {instancePath:instancePath+"/bake",schemaPath:"#/definitions/duration/pattern",keyword:"pattern",params:{pattern: "^(?=.)(\\d{1,4}h)?(\\d{1,5}m(?!s))?(\\d{1,6}s)?(\\d{1,7}ms)?$"},schema:"^(?=.)(\\d{1,4}h)?(\\d{1,5}m(?!s))?(\\d{1,6}s)?(\\d{1,7}ms)?$",parentSchema:schema45,data:data1};
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
const err5 = {instancePath:instancePath+"/bake",schemaPath:"#/definitions/duration/type",keyword:"type",params:{type: "string"},schema:schema45.type,parentSchema:schema45,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.bakeAfter !== undefined){
let data2 = data.bakeAfter;
if(typeof data2 === "string"){
if(!pattern5.test(data2)){
const err6 = {instancePath:instancePath+"/bakeAfter",schemaPath:"#/definitions/duration/pattern",keyword:"pattern",params:{pattern: "^(?=.)(\\d{1,4}h)?(\\d{1,5}m(?!s))?(\\d{1,6}s)?(\\d{1,7}ms)?$"},schema:"^(?=.)(\\d{1,4}h)?(\\d{1,5}m(?!s))?(\\d{1,6}s)?(\\d{1,7}ms)?$",parentSchema:schema45,data:data2};
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
const err7 = {instancePath:instancePath+"/bakeAfter",schemaPath:"#/definitions/duration/type",keyword:"type",params:{type: "string"},schema:schema45.type,parentSchema:schema45,data:data2};
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
const err8 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema43.type,parentSchema:schema43,data};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
validate22.errors = vErrors;
return errors === 0;
}

const schema47 = {"title":"Linear","description":"Equal shares, one after the other.","type":"object","required":["linear","every"],"additionalProperties":false,"examples":[{"linear":"10%","every":"1m"}],"properties":{"linear":{"$ref":"#/definitions/weight","description":"The share of requests that each step adds.","examples":["10%"]},"every":{"$ref":"#/definitions/duration","description":"How long each step is watched.","examples":["1m"]},"bakeAfter":{"$ref":"#/definitions/duration","description":"How long it is watched at 100% before the release ends.","default":"0s","examples":["5m"]}},"$comment":"linear"};

function validate24(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.linear === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "linear"},schema:schema47.required,parentSchema:schema47,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.every === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "every"},schema:schema47.required,parentSchema:schema47,data};
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
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema47,data};
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
if(!pattern16.test(data0)){
const err3 = {instancePath:instancePath+"/linear",schemaPath:"#/definitions/weight/pattern",keyword:"pattern",params:{pattern: "^(?!0{1,2}(\\.0)?%)\\d{1,2}(\\.\\d)?%$"},schema:"^(?!0{1,2}(\\.0)?%)\\d{1,2}(\\.\\d)?%$",parentSchema:schema44,data:data0};
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
const err4 = {instancePath:instancePath+"/linear",schemaPath:"#/definitions/weight/type",keyword:"type",params:{type: "string"},schema:schema44.type,parentSchema:schema44,data:data0};
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
if(!pattern5.test(data1)){
const err5 = {instancePath:instancePath+"/every",schemaPath:"#/definitions/duration/pattern",keyword:"pattern",params:{pattern: "^(?=.)(\\d{1,4}h)?(\\d{1,5}m(?!s))?(\\d{1,6}s)?(\\d{1,7}ms)?$"},schema:"^(?=.)(\\d{1,4}h)?(\\d{1,5}m(?!s))?(\\d{1,6}s)?(\\d{1,7}ms)?$",parentSchema:schema45,data:data1};
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
const err6 = {instancePath:instancePath+"/every",schemaPath:"#/definitions/duration/type",keyword:"type",params:{type: "string"},schema:schema45.type,parentSchema:schema45,data:data1};
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
if(!pattern5.test(data2)){
const err7 = {instancePath:instancePath+"/bakeAfter",schemaPath:"#/definitions/duration/pattern",keyword:"pattern",params:{pattern: "^(?=.)(\\d{1,4}h)?(\\d{1,5}m(?!s))?(\\d{1,6}s)?(\\d{1,7}ms)?$"},schema:"^(?=.)(\\d{1,4}h)?(\\d{1,5}m(?!s))?(\\d{1,6}s)?(\\d{1,7}ms)?$",parentSchema:schema45,data:data2};
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
const err8 = {instancePath:instancePath+"/bakeAfter",schemaPath:"#/definitions/duration/type",keyword:"type",params:{type: "string"},schema:schema45.type,parentSchema:schema45,data:data2};
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
const err9 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema47.type,parentSchema:schema47,data};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
validate24.errors = vErrors;
return errors === 0;
}

const schema51 = {"title":"Steps","description":"Free steps, each with its own weight and bake; 100% follows the last one.","type":"object","required":["steps"],"additionalProperties":false,"examples":[{"steps":[{"weight":"1%","bake":"2m"}],"bakeAfter":"5m"}],"properties":{"steps":{"description":"The steps; their weights rise.","type":"array","minItems":1,"maxItems":100,"items":{"$ref":"#/definitions/step"},"examples":[[{"weight":"1%","bake":"2m"}]],"$comment":"steps"},"bakeAfter":{"$ref":"#/definitions/duration","description":"How long it is watched at 100% before the release ends.","default":"0s","examples":["5m"]}},"$comment":"steps"};
const schema52 = {"title":"Step","description":"One stop of a rollout.","type":"object","required":["weight"],"additionalProperties":false,"examples":[{"weight":"25%","bake":"5m"}],"properties":{"weight":{"$ref":"#/definitions/weight","description":"The share of requests that the candidate gets in this step.","examples":["25%"]},"bake":{"$ref":"#/definitions/duration","description":"How long this step is watched.","default":"10m","examples":["5m"]}},"$comment":"step"};

function validate27(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.weight === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "weight"},schema:schema52.required,parentSchema:schema52,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!((key0 === "weight") || (key0 === "bake"))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema52,data};
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
if(!pattern16.test(data0)){
const err2 = {instancePath:instancePath+"/weight",schemaPath:"#/definitions/weight/pattern",keyword:"pattern",params:{pattern: "^(?!0{1,2}(\\.0)?%)\\d{1,2}(\\.\\d)?%$"},schema:"^(?!0{1,2}(\\.0)?%)\\d{1,2}(\\.\\d)?%$",parentSchema:schema44,data:data0};
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
const err3 = {instancePath:instancePath+"/weight",schemaPath:"#/definitions/weight/type",keyword:"type",params:{type: "string"},schema:schema44.type,parentSchema:schema44,data:data0};
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
if(!pattern5.test(data1)){
const err4 = {instancePath:instancePath+"/bake",schemaPath:"#/definitions/duration/pattern",keyword:"pattern",params:{pattern: "^(?=.)(\\d{1,4}h)?(\\d{1,5}m(?!s))?(\\d{1,6}s)?(\\d{1,7}ms)?$"},schema:"^(?=.)(\\d{1,4}h)?(\\d{1,5}m(?!s))?(\\d{1,6}s)?(\\d{1,7}ms)?$",parentSchema:schema45,data:data1};
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
const err5 = {instancePath:instancePath+"/bake",schemaPath:"#/definitions/duration/type",keyword:"type",params:{type: "string"},schema:schema45.type,parentSchema:schema45,data:data1};
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
const err6 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema52.type,parentSchema:schema52,data};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
validate27.errors = vErrors;
return errors === 0;
}


function validate26(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.steps === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "steps"},schema:schema51.required,parentSchema:schema51,data};
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
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema51,data};
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
const err2 = {instancePath:instancePath+"/steps",schemaPath:"#/properties/steps/maxItems",keyword:"maxItems",params:{limit: 100},schema:100,parentSchema:schema51.properties.steps,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data0.length < 1){
const err3 = {instancePath:instancePath+"/steps",schemaPath:"#/properties/steps/minItems",keyword:"minItems",params:{limit: 1},schema:1,parentSchema:schema51.properties.steps,data:data0};
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
if(!(validate27(data0[i0], {instancePath:instancePath+"/steps/" + i0,parentData:data0,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validate27.errors : vErrors.concat(validate27.errors);
errors = vErrors.length;
}
}
}
else {
const err4 = {instancePath:instancePath+"/steps",schemaPath:"#/properties/steps/type",keyword:"type",params:{type: "array"},schema:schema51.properties.steps.type,parentSchema:schema51.properties.steps,data:data0};
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
if(!pattern5.test(data2)){
const err5 = {instancePath:instancePath+"/bakeAfter",schemaPath:"#/definitions/duration/pattern",keyword:"pattern",params:{pattern: "^(?=.)(\\d{1,4}h)?(\\d{1,5}m(?!s))?(\\d{1,6}s)?(\\d{1,7}ms)?$"},schema:"^(?=.)(\\d{1,4}h)?(\\d{1,5}m(?!s))?(\\d{1,6}s)?(\\d{1,7}ms)?$",parentSchema:schema45,data:data2};
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
const err6 = {instancePath:instancePath+"/bakeAfter",schemaPath:"#/definitions/duration/type",keyword:"type",params:{type: "string"},schema:schema45.type,parentSchema:schema45,data:data2};
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
const err7 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema51.type,parentSchema:schema51,data};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
validate26.errors = vErrors;
return errors === 0;
}


function validate21(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
const _errs1 = errors;
let valid0 = false;
const _errs2 = errors;
if(typeof data !== "string"){
const err0 = {instancePath,schemaPath:"#/definitions/preset/type",keyword:"type",params:{type: "string"},schema:schema42.type,parentSchema:schema42,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(!(((((((((data === "Canary10Percent5Minutes") || (data === "Canary10Percent10Minutes")) || (data === "Canary10Percent15Minutes")) || (data === "Canary10Percent30Minutes")) || (data === "Linear10PercentEvery1Minute")) || (data === "Linear10PercentEvery2Minutes")) || (data === "Linear10PercentEvery3Minutes")) || (data === "Linear10PercentEvery10Minutes")) || (data === "AllAtOnce"))){
const err1 = {instancePath,schemaPath:"#/definitions/preset/enum",keyword:"enum",params:{allowedValues: schema42.enum},schema:schema42.enum,parentSchema:schema42,data};
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
if(!(validate22(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validate22.errors : vErrors.concat(validate22.errors);
errors = vErrors.length;
}
var _valid0 = _errs6 === errors;
valid0 = valid0 || _valid0;
if(!valid0){
const _errs7 = errors;
if(!(validate24(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validate24.errors : vErrors.concat(validate24.errors);
errors = vErrors.length;
}
var _valid0 = _errs7 === errors;
valid0 = valid0 || _valid0;
if(!valid0){
const _errs8 = errors;
if(!(validate26(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validate26.errors : vErrors.concat(validate26.errors);
errors = vErrors.length;
}
var _valid0 = _errs8 === errors;
valid0 = valid0 || _valid0;
}
}
}
if(!valid0){
const err2 = {instancePath,schemaPath:"#/anyOf",keyword:"anyOf",params:{},schema:schema41.anyOf,parentSchema:schema41,data};
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
validate21.errors = vErrors;
return errors === 0;
}

const schema56 = {"title":"Guard","description":"The built-in gate: the candidate's own error rate over a step. It is on unless a release says --no-gate.","type":"object","additionalProperties":false,"examples":[{"maxErrorRate":"5%","minInvocations":20}],"properties":{"maxErrorRate":{"$ref":"#/definitions/percent","description":"The largest share of the candidate's requests that may fail over a step.","default":"5%","examples":["5%"]},"minInvocations":{"description":"The guard does not speak before the candidate answered this many requests in a step.","type":"integer","minimum":1,"maximum":1000000,"default":20,"examples":[20],"$comment":"minInvocations"}},"$comment":"guard"};
const schema57 = {"description":"A share of requests: a number, at most one decimal, and `%`.","type":"string","pattern":"^(100(\\.0)?|\\d{1,2}(\\.\\d)?)%$","examples":["5%","0.5%"],"$comment":"percent"};
const pattern25 = new RegExp("^(100(\\.0)?|\\d{1,2}(\\.\\d)?)%$", "u");

function validate31(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!((key0 === "maxErrorRate") || (key0 === "minInvocations"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema56,data};
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
if(!pattern25.test(data0)){
const err1 = {instancePath:instancePath+"/maxErrorRate",schemaPath:"#/definitions/percent/pattern",keyword:"pattern",params:{pattern: "^(100(\\.0)?|\\d{1,2}(\\.\\d)?)%$"},schema:"^(100(\\.0)?|\\d{1,2}(\\.\\d)?)%$",parentSchema:schema57,data:data0};
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
const err2 = {instancePath:instancePath+"/maxErrorRate",schemaPath:"#/definitions/percent/type",keyword:"type",params:{type: "string"},schema:schema57.type,parentSchema:schema57,data:data0};
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
const err3 = {instancePath:instancePath+"/minInvocations",schemaPath:"#/properties/minInvocations/type",keyword:"type",params:{type: "integer"},schema:schema56.properties.minInvocations.type,parentSchema:schema56.properties.minInvocations,data:data1};
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
const err4 = {instancePath:instancePath+"/minInvocations",schemaPath:"#/properties/minInvocations/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000},schema:1000000,parentSchema:schema56.properties.minInvocations,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(data1 < 1 || isNaN(data1)){
const err5 = {instancePath:instancePath+"/minInvocations",schemaPath:"#/properties/minInvocations/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},schema:1,parentSchema:schema56.properties.minInvocations,data:data1};
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
const err6 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema56.type,parentSchema:schema56,data};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
validate31.errors = vErrors;
return errors === 0;
}

const schema58 = {"title":"Local","description":"What `--local` needs beside the project.","type":"object","additionalProperties":false,"examples":[{"seed":"local.yaml"}],"properties":{"seed":{"$ref":"#/definitions/path","description":"A file with PutMetricAlarm inputs that are applied under --local where the alarm is absent.","examples":["local.yaml"]}},"$comment":"local"};
const schema59 = {"description":"A path below the folder of the project file, with `/`.","type":"string","minLength":1,"maxLength":1024,"examples":["dist/api"],"$comment":"path"};

function validate33(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(key0 === "seed")){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema58,data};
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
if(func4(data0) > 1024){
const err1 = {instancePath:instancePath+"/seed",schemaPath:"#/definitions/path/maxLength",keyword:"maxLength",params:{limit: 1024},schema:1024,parentSchema:schema59,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(func4(data0) < 1){
const err2 = {instancePath:instancePath+"/seed",schemaPath:"#/definitions/path/minLength",keyword:"minLength",params:{limit: 1},schema:1,parentSchema:schema59,data:data0};
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
const err3 = {instancePath:instancePath+"/seed",schemaPath:"#/definitions/path/type",keyword:"type",params:{type: "string"},schema:schema59.type,parentSchema:schema59,data:data0};
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
const err4 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema58.type,parentSchema:schema58,data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
validate33.errors = vErrors;
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
if(data.region !== undefined){
let data2 = data.region;
if(typeof data2 === "string"){
if(!pattern1.test(data2)){
const err6 = {instancePath:instancePath+"/region",schemaPath:"#/properties/region/pattern",keyword:"pattern",params:{pattern: "^(eusc-)?[a-z]{2}(-gov|-iso[a-z]?)?-[a-z]{1,20}-\\d$"},schema:"^(eusc-)?[a-z]{2}(-gov|-iso[a-z]?)?-[a-z]{1,20}-\\d$",parentSchema:schema11.properties.region,data:data2};
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
const err7 = {instancePath:instancePath+"/region",schemaPath:"#/properties/region/type",keyword:"type",params:{type: "string"},schema:schema11.properties.region.type,parentSchema:schema11.properties.region,data:data2};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.defaults !== undefined){
if(!(validate11(data.defaults, {instancePath:instancePath+"/defaults",parentData:data,parentDataProperty:"defaults",rootData}))){
vErrors = vErrors === null ? validate11.errors : vErrors.concat(validate11.errors);
errors = vErrors.length;
}
}
if(data.functions !== undefined){
let data4 = data.functions;
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
if(Object.keys(data4).length < 1){
const err8 = {instancePath:instancePath+"/functions",schemaPath:"#/properties/functions/minProperties",keyword:"minProperties",params:{limit: 1},schema:1,parentSchema:schema11.properties.functions,data:data4};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
for(const key1 in data4){
const _errs16 = errors;
if(typeof key1 === "string"){
if(!pattern8.test(key1)){
const err9 = {instancePath:instancePath+"/functions",schemaPath:"#/definitions/functionKey/pattern",keyword:"pattern",params:{pattern: "^[a-zA-Z0-9][a-zA-Z0-9_-]{0,63}$"},schema:"^[a-zA-Z0-9][a-zA-Z0-9_-]{0,63}$",parentSchema:schema27,data:key1,propertyName:key1};
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
const err10 = {instancePath:instancePath+"/functions",schemaPath:"#/definitions/functionKey/type",keyword:"type",params:{type: "string"},schema:schema27.type,parentSchema:schema27,data:key1,propertyName:key1};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
var valid1 = _errs16 === errors;
if(!valid1){
const err11 = {instancePath:instancePath+"/functions",schemaPath:"#/properties/functions/propertyNames",keyword:"propertyNames",params:{propertyName: key1},schema:schema11.properties.functions.propertyNames,parentSchema:schema11.properties.functions,data:data4};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
for(const key2 in data4){
if(!(validate17(data4[key2], {instancePath:instancePath+"/functions/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),parentData:data4,parentDataProperty:key2,rootData}))){
vErrors = vErrors === null ? validate17.errors : vErrors.concat(validate17.errors);
errors = vErrors.length;
}
}
}
else {
const err12 = {instancePath:instancePath+"/functions",schemaPath:"#/properties/functions/type",keyword:"type",params:{type: "object"},schema:schema11.properties.functions.type,parentSchema:schema11.properties.functions,data:data4};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data.rollout !== undefined){
let data6 = data.rollout;
if(typeof data6 === "string"){
if(func4(data6) > 64){
const err13 = {instancePath:instancePath+"/rollout",schemaPath:"#/definitions/rolloutName/maxLength",keyword:"maxLength",params:{limit: 64},schema:64,parentSchema:schema26,data:data6};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
if(func4(data6) < 1){
const err14 = {instancePath:instancePath+"/rollout",schemaPath:"#/definitions/rolloutName/minLength",keyword:"minLength",params:{limit: 1},schema:1,parentSchema:schema26,data:data6};
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
const err15 = {instancePath:instancePath+"/rollout",schemaPath:"#/definitions/rolloutName/type",keyword:"type",params:{type: "string"},schema:schema26.type,parentSchema:schema26,data:data6};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data.rollouts !== undefined){
let data7 = data.rollouts;
if(data7 && typeof data7 == "object" && !Array.isArray(data7)){
for(const key3 in data7){
const _errs29 = errors;
if(typeof key3 === "string"){
if(!pattern15.test(key3)){
const err16 = {instancePath:instancePath+"/rollouts",schemaPath:"#/definitions/rolloutKey/pattern",keyword:"pattern",params:{pattern: "^[a-zA-Z][a-zA-Z0-9_-]{0,63}$"},schema:"^[a-zA-Z][a-zA-Z0-9_-]{0,63}$",parentSchema:schema40,data:key3,propertyName:key3};
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
const err17 = {instancePath:instancePath+"/rollouts",schemaPath:"#/definitions/rolloutKey/type",keyword:"type",params:{type: "string"},schema:schema40.type,parentSchema:schema40,data:key3,propertyName:key3};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
var valid5 = _errs29 === errors;
if(!valid5){
const err18 = {instancePath:instancePath+"/rollouts",schemaPath:"#/properties/rollouts/propertyNames",keyword:"propertyNames",params:{propertyName: key3},schema:schema11.properties.rollouts.propertyNames,parentSchema:schema11.properties.rollouts,data:data7};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
for(const key4 in data7){
if(!(validate21(data7[key4], {instancePath:instancePath+"/rollouts/" + key4.replace(/~/g, "~0").replace(/\//g, "~1"),parentData:data7,parentDataProperty:key4,rootData}))){
vErrors = vErrors === null ? validate21.errors : vErrors.concat(validate21.errors);
errors = vErrors.length;
}
}
}
else {
const err19 = {instancePath:instancePath+"/rollouts",schemaPath:"#/properties/rollouts/type",keyword:"type",params:{type: "object"},schema:schema11.properties.rollouts.type,parentSchema:schema11.properties.rollouts,data:data7};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
if(data.guard !== undefined){
if(!(validate31(data.guard, {instancePath:instancePath+"/guard",parentData:data,parentDataProperty:"guard",rootData}))){
vErrors = vErrors === null ? validate31.errors : vErrors.concat(validate31.errors);
errors = vErrors.length;
}
}
if(data.local !== undefined){
if(!(validate33(data.local, {instancePath:instancePath+"/local",parentData:data,parentDataProperty:"local",rootData}))){
vErrors = vErrors === null ? validate33.errors : vErrors.concat(validate33.errors);
errors = vErrors.length;
}
}
}
else {
const err20 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema11.type,parentSchema:schema11,data};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
validate10.errors = vErrors;
return errors === 0;
}

