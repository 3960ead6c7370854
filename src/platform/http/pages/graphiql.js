const EXAMPLES = `# Touchline. Press Ctrl-Enter to run the query under the cursor.

query Matches {
  matches(first: 5) {
    totalCount
    edges {
      node {
        id
        kickoffAt
        status
        home { name code }
        away { name code }
        score { home away }
      }
    }
  }
}

query Standings {
  tournaments(sport: SOCCER) {
    id
    title
    season { year }
    standings { position team { name } played points form }
  }
}

subscription Follow {
  matchFeed(matchId: "1") { cursor version at topic op data }
}
`;

const url = `${location.origin}/graphql`;
const fetcher = GraphiQL.createFetcher({ url, subscriptionUrl: url.replace(/^http/, 'ws') });
ReactDOM.createRoot(document.querySelector('#graphiql')).render(
  React.createElement(GraphiQL, { fetcher, defaultQuery: EXAMPLES, shouldPersistHeaders: false }),
);
