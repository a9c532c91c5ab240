// Twilio's description allows fields in an answer that it does not name, and does not say which are
// always there: the stand-in's answers are to have those that Twilio's have, and no others. Its lists
// name pages by path, as its own examples show, which is a reference and no URI. What may be several in a
// form is so by repeating its name, which Prism wants to be told.
const fs = require('fs');

const [from, to] = process.argv.slice(2);
const description = JSON.parse(fs.readFileSync(from, 'utf8'));
for (const path of Object.values(description.paths)) {
  for (const operation of Object.values(path)) {
    const form = operation?.requestBody?.content?.['application/x-www-form-urlencoded'];
    for (const [name, field] of Object.entries(form?.schema?.properties ?? {})) {
      if (field.type === 'array') {
        form.encoding = { ...form.encoding, [name]: { style: 'form', explode: true } };
      }
    }
    const list = operation?.responses?.['200']?.content?.['application/json']?.schema?.properties;
    for (const [name, property] of Object.entries(list ?? {})) {
      if (name.endsWith('uri')) {
        property.format = 'uri-reference';
      }
    }
  }
}
for (const [name, schema] of Object.entries(description.components.schemas)) {
  if (name.startsWith('api.v2010.') && schema.properties) {
    schema.additionalProperties = false;
    schema.required = Object.keys(schema.properties);
  }
}
fs.writeFileSync(to, JSON.stringify(description));
