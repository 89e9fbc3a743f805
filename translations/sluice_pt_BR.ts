<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="pt_BR" sourcelanguage="en">
<context>
    <name>Cli</name>
    <message>
        <source>Print the final manifests of an environment, equal to kustomize build.</source>
        <translation>Imprime os manifestos finais de um ambiente, iguais aos do kustomize build.</translation>
    </message>
    <message>
        <source>Compare an environment with what runs. Exit code 0: no difference, 1: some, 2: trouble.</source>
        <translation>Compara um ambiente com o que está em execução. Código de saída 0: nenhuma diferença, 1: alguma, 2: problema.</translation>
    </message>
    <message>
        <source>Apply an environment; the plan is printed first. With --wait, prints its URL once Ready.</source>
        <translation>Aplica um ambiente; o plano é impresso antes. Com --wait, imprime a URL quando estiver pronto.</translation>
    </message>
    <message>
        <source>Run the simulated cluster alone, for kubectl and kn.</source>
        <translation>Executa só o cluster simulado, para kubectl e kn.</translation>
    </message>
    <message>
        <source>Write a picture of every page.</source>
        <translation>Grava uma imagem de cada página.</translation>
    </message>
    <message>
        <source>Use this kubeconfig file.</source>
        <translation>Usa este arquivo kubeconfig.</translation>
    </message>
    <message>
        <source>Use this context of the kubeconfig.</source>
        <translation>Usa este contexto do kubeconfig.</translation>
    </message>
    <message>
        <source>Use this namespace instead of the environment&apos;s.</source>
        <translation>Usa este namespace em vez do namespace do ambiente.</translation>
    </message>
    <message>
        <source>Act as this user.</source>
        <translation>Age como este usuário.</translation>
    </message>
    <message>
        <source>Act as a member of this group; may be repeated.</source>
        <translation>Age como membro deste grupo; pode ser repetido.</translation>
    </message>
    <message>
        <source>How long one request may take, for example 30s; 0 means no limit.</source>
        <translation>Quanto tempo uma requisição pode levar, por exemplo 30s; 0 significa sem limite.</translation>
    </message>
    <message>
        <source>Use a fresh embedded cluster that ends with the command; creates namespaces.</source>
        <translation>Usa um cluster embutido novo que termina com o comando; cria namespaces.</translation>
    </message>
    <message>
        <source>Let the kubeconfig&apos;s credential plugin run without having been agreed to in the window.</source>
        <translation>Deixa o plugin de credenciais do kubeconfig rodar sem consentimento prévio na janela.</translation>
    </message>
    <message>
        <source>Form of the output: text, json or yaml.</source>
        <translation>Forma da saída: text, json ou yaml.</translation>
    </message>
    <message>
        <source>The environment, for example prod.</source>
        <translation>O ambiente, por exemplo prod.</translation>
    </message>
    <message>
        <source>Let kustomize fetch bases from the network.</source>
        <translation>Deixa o kustomize buscar bases na rede.</translation>
    </message>
    <message>
        <source>Name of the Knative Service.</source>
        <translation>Nome do Knative Service.</translation>
    </message>
    <message>
        <source>Container image.</source>
        <translation>Imagem de contêiner.</translation>
    </message>
    <message>
        <source>Form of the output: yaml or json.</source>
        <translation>Forma da saída: yaml ou json.</translation>
    </message>
    <message>
        <source>server: make and print the plan only.</source>
        <translation>server: só faz e imprime o plano.</translation>
    </message>
    <message>
        <source>Wait until the Service is Ready.</source>
        <translation>Espera até o Service estar pronto.</translation>
    </message>
    <message>
        <source>How long to wait, for example 5m; 0 means no limit.</source>
        <translation>Quanto tempo esperar, por exemplo 5m; 0 significa sem limite.</translation>
    </message>
    <message>
        <source>Create the namespace if it does not exist.</source>
        <translation>Cria o namespace se ele não existir.</translation>
    </message>
    <message>
        <source>Take over fields that other field managers own.</source>
        <translation>Assume campos que pertencem a outros gerenciadores de campos.</translation>
    </message>
    <message>
        <source>What to do with removed keys that another manager keeps: take-over, remove or keep.</source>
        <translation>O que fazer com chaves removidas que outro gerenciador mantém: take-over, remove ou keep.</translation>
    </message>
    <message>
        <source>Apply although Argo CD or Flux owns the Service.</source>
        <translation>Aplica mesmo que o Argo CD ou o Flux seja dono do Service.</translation>
    </message>
    <message>
        <source>Address to listen on, with or without a port.</source>
        <translation>Endereço em que escutar, com ou sem porta.</translation>
    </message>
    <message>
        <source>Write the kubeconfig to this file instead of the standard output.</source>
        <translation>Grava o kubeconfig neste arquivo em vez da saída padrão.</translation>
    </message>
    <message>
        <source>Virtual seconds a second: 1, 10 or 60.</source>
        <translation>Segundos virtuais por segundo: 1, 10 ou 60.</translation>
    </message>
    <message>
        <source>Seed of everything random in it.</source>
        <translation>Semente de tudo o que é aleatório nele.</translation>
    </message>
    <message>
        <source>Folder for the pictures.</source>
        <translation>Pasta para as imagens.</translation>
    </message>
    <message>
        <source>Do the main job on the way and print each step.</source>
        <translation>Faz o trabalho principal no caminho e imprime cada etapa.</translation>
    </message>
    <message numerus="yes">
        <source>%n object(s) to send</source>
        <translation>
            <numerusform>%n objeto a enviar</numerusform>
            <numerusform>%n objetos a enviar</numerusform>
        </translation>
    </message>
    <message>
        <source>sluice: there is no display to open a window on. &apos;sluice tour --story --out DIR&apos; does the main job without one; &apos;sluice --help&apos; lists the other verbs.</source>
        <translation>sluice: não há tela para abrir uma janela. &apos;sluice tour --story --out DIR&apos; faz o trabalho principal sem ela; &apos;sluice --help&apos; lista os outros verbos.</translation>
    </message>
    <message>
        <source>Open PROJECT, or the sample, on the embedded cluster.</source>
        <translation>Abre PROJECT, ou o exemplo, no cluster embutido.</translation>
    </message>
    <message>
        <source>See &apos;%1 --help&apos;.</source>
        <translation>Veja &apos;%1 --help&apos;.</translation>
    </message>
    <message>
        <source>Usage: %1 [PROJECT]
       %1 VERB [ARGUMENTS]

Without a verb the window opens. Verbs:
</source>
        <translation>Uso: %1 [PROJETO]
     %1 VERBO [ARGUMENTOS]

Sem verbo, a janela abre. Verbos:
</translation>
    </message>
    <message>
        <source>
&apos;%1 VERB --help&apos; lists the options of a verb; --demo opens the sample on the embedded cluster.
</source>
        <translation>
&apos;%1 VERBO --help&apos; lista as opções de um verbo; --demo abre o exemplo no cluster embutido.
</translation>
    </message>
    <message>
        <source>Print this help.</source>
        <translation>Imprime esta ajuda.</translation>
    </message>
    <message>
        <source>Print the version.</source>
        <translation>Imprime a versão.</translation>
    </message>
    <message>
        <source>Tell more on the standard error: 0 to 2.</source>
        <translation>Diz mais no erro padrão: 0 a 2.</translation>
    </message>
    <message>
        <source>Usage: %1 %2 [OPTIONS]
</source>
        <translation>Uso: %1 %2 [OPÇÕES]
</translation>
    </message>
    <message>
        <source>unexpected argument “%1”</source>
        <translation>argumento inesperado “%1”</translation>
    </message>
    <message>
        <source>name the folder to make</source>
        <translation>indique a pasta a criar</translation>
    </message>
    <message>
        <source>-v takes a number</source>
        <translation>-v espera um número</translation>
    </message>
    <message>
        <source>-o takes text, json or yaml, not “%1”</source>
        <translation>-o aceita text, json ou yaml, não “%1”</translation>
    </message>
    <message>
        <source>--speed takes a number from 1 to 600</source>
        <translation>--speed espera um número de 1 a 600</translation>
    </message>
    <message>
        <source>--seed takes a number</source>
        <translation>--seed espera um número</translation>
    </message>
    <message>
        <source>--dry-run takes “server”; &apos;sluice render&apos; prints without a cluster</source>
        <translation>--dry-run aceita “server”; &apos;sluice render&apos; imprime sem cluster</translation>
    </message>
    <message>
        <source>--%1 takes a duration such as 30s or 5m</source>
        <translation>--%1 espera uma duração como 30s ou 5m</translation>
    </message>
    <message>
        <source>--foreign-keys takes take-over, remove or keep</source>
        <translation>--foreign-keys aceita take-over, remove ou keep</translation>
    </message>
    <message>
        <source>name the environment with --env</source>
        <translation>indique o ambiente com --env</translation>
    </message>
    <message>
        <source>--sandbox is a cluster of its own: leave out --context and --kubeconfig</source>
        <translation>--sandbox é um cluster próprio: omita --context e --kubeconfig</translation>
    </message>
    <message>
        <source>create</source>
        <translation>criar</translation>
    </message>
    <message>
        <source>change</source>
        <translation>alterar</translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>sem alteração</translation>
    </message>
    <message>
        <source>%1 would stay at %2: %3 keeps it</source>
        <translation>%1 ficaria em %2: %3 o mantém</translation>
    </message>
    <message>
        <source>Plan for %1: context %2, namespace %3</source>
        <translation>Plano para %1: contexto %2, namespace %3</translation>
    </message>
    <message>
        <source>A new revision</source>
        <translation>Uma nova revisão</translation>
    </message>
    <message>
        <source>creates a revision: %1 will take %2 % of the traffic</source>
        <translation>cria uma revisão: %1 receberá %2 % do tráfego</translation>
    </message>
    <message>
        <source>namespace %1 does not exist; add --create-namespace to create it</source>
        <translation>o namespace %1 não existe; acrescente --create-namespace para criá-lo</translation>
    </message>
    <message>
        <source>%1 owns the Service; commit the change, or add --override-gitops</source>
        <translation>%1 é dono do Service; faça commit da alteração ou acrescente --override-gitops</translation>
    </message>
    <message>
        <source>other field managers own fields; add --force-conflicts to take them over</source>
        <translation>outros gerenciadores de campos são donos de campos; acrescente --force-conflicts para assumi-los</translation>
    </message>
    <message>
        <source>removed keys would stay on the cluster; add --foreign-keys=take-over, remove (which creates a second revision) or keep</source>
        <translation>chaves removidas ficariam no cluster; acrescente --foreign-keys=take-over, remove (que cria uma segunda revisão) ou keep</translation>
    </message>
    <message>
        <source>removed keys would stay on the cluster; add --foreign-keys=take-over, remove or keep</source>
        <translation>chaves removidas ficariam no cluster; acrescente --foreign-keys=take-over, remove ou keep</translation>
    </message>
    <message>
        <source>sluice: --listen takes an address of this machine such as 127.0.0.1 or 127.0.0.1:6443</source>
        <translation>sluice: --listen espera um endereço desta máquina como 127.0.0.1 ou 127.0.0.1:6443</translation>
    </message>
    <message>
        <source>Use it with: kubectl --kubeconfig %1 get ksvc -A</source>
        <translation>Use-o com: kubectl --kubeconfig %1 get ksvc -A</translation>
    </message>
    <message>
        <source>The embedded cluster answers at %1 until this command is stopped (Ctrl+C).</source>
        <translation>O cluster embutido responde em %1 até que este comando seja interrompido (Ctrl+C).</translation>
    </message>
    <message>
        <source>error</source>
        <translation>erro</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>aviso</translation>
    </message>
    <message>
        <source>note</source>
        <translation>nota</translation>
    </message>
    <message>
        <source>fix: %1</source>
        <translation>correção: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n error(s)</source>
        <translation>
            <numerusform>%n erro</numerusform>
            <numerusform>%n erros</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%n aviso</numerusform>
            <numerusform>%n avisos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>%n nota</numerusform>
            <numerusform>%n notas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n silenced</source>
        <translation>
            <numerusform>%n silenciado</numerusform>
            <numerusform>%n silenciados</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n can be fixed with --fix</source>
        <translation>
            <numerusform>%n pode ser corrigido com --fix</numerusform>
            <numerusform>%n podem ser corrigidos com --fix</numerusform>
        </translation>
    </message>
    <message>
        <source>Look for what goes wrong with kustomize and Knative. Exit code 0: no errors, 1: some, 2: trouble.</source>
        <translation>Procura o que dá errado com kustomize e Knative. Código de saída 0: sem erros, 1: alguns, 2: problema.</translation>
    </message>
    <message>
        <source>Form of the output: text, json or sarif.</source>
        <translation>Forma da saída: text, json ou sarif.</translation>
    </message>
    <message>
        <source>Change the files where what is right can be told.</source>
        <translation>Muda os arquivos onde se pode dizer o que é certo.</translation>
    </message>
    <message>
        <source>Exit with 1 for warnings as well.</source>
        <translation>Sai com 1 também para avisos.</translation>
    </message>
    <message>
        <source>Release of Knative that it runs on, for example 1.18.</source>
        <translation>Versão do Knative em que ele roda, por exemplo 1.18.</translation>
    </message>
    <message>
        <source>List the rules with their reasons and stop.</source>
        <translation>Lista as regras com suas razões e para.</translation>
    </message>
    <message>
        <source>-o takes text, json or sarif, not “%1”</source>
        <translation>-o aceita text, json ou sarif, não “%1”</translation>
    </message>
    <message>
        <source>--release takes a release of Knative such as 1.18</source>
        <translation>--release aceita uma versão do Knative como 1.18</translation>
    </message>
    <message>
        <source>Path that the probes ask for.</source>
        <translation>Caminho que os probes consultam.</translation>
    </message>
    <message>
        <source>Git repository that Argo CD reads.</source>
        <translation>Repositório Git que o Argo CD lê.</translation>
    </message>
    <message>
        <source>Where this project is in that repository.</source>
        <translation>Onde este projeto está nesse repositório.</translation>
    </message>
    <message>
        <source>Branch of that repository that Argo CD follows.</source>
        <translation>Branch desse repositório que o Argo CD acompanha.</translation>
    </message>
    <message>
        <source>Add a Kafka source, a Broker, Triggers and a dead-letter sink.</source>
        <translation>Acrescenta uma fonte Kafka, um Broker, Triggers e um dead-letter sink.</translation>
    </message>
    <message>
        <source>Add traffic splits for a canary, blue-green and a rollback.</source>
        <translation>Acrescenta divisões de tráfego para canary, blue-green e rollback.</translation>
    </message>
    <message>
        <source>Add an Argo CD Application for each environment.</source>
        <translation>Acrescenta uma Application do Argo CD para cada ambiente.</translation>
    </message>
    <message>
        <source>Add monitors and alerts for Prometheus and a dashboard for Grafana.</source>
        <translation>Acrescenta monitores e alertas para o Prometheus e um painel para o Grafana.</translation>
    </message>
    <message>
        <source>Add Istio policies: mutual TLS and who may call.</source>
        <translation>Acrescenta políticas do Istio: TLS mútuo e quem pode chamar.</translation>
    </message>
    <message>
        <source>Add the program: a FastAPI application that takes CloudEvents.</source>
        <translation>Acrescenta o programa: uma aplicação FastAPI que recebe CloudEvents.</translation>
    </message>
    <message>
        <source>Namespace of production; the others add their environment&apos;s name.</source>
        <translation>Namespace de produção; os outros acrescentam o nome do ambiente.</translation>
    </message>
    <message>
        <source>Environments, dev,staging,prod unless given; a namespace of its own follows after =, as in dev,qa=shop-qa,prod.</source>
        <translation>Ambientes; sem a opção, dev,staging,prod. Um namespace próprio vem depois de =, como em dev,qa=shop-qa,prod.</translation>
    </message>
    <message>
        <source>Port that the container listens on.</source>
        <translation>Porta em que o contêiner escuta.</translation>
    </message>
    <message>
        <source>Add all of these.</source>
        <translation>Acrescenta tudo isso.</translation>
    </message>
    <message>
        <source>Address of a Kafka broker; may be repeated.</source>
        <translation>Endereço de um broker do Kafka; pode ser repetido.</translation>
    </message>
    <message>
        <source>Topic of Kafka to read; may be repeated.</source>
        <translation>Tópico do Kafka a ler; pode ser repetido.</translation>
    </message>
    <message>
        <source>--port takes a number</source>
        <translation>--port espera um número</translation>
    </message>
    <message>
        <source>Make a project: a base and overlays, and on request eventing, traffic examples, Argo CD, monitoring, Istio policies and a program.</source>
        <translation>Cria um projeto: uma base e overlays e, a pedido, eventing, exemplos de tráfego, Argo CD, monitoramento, políticas do Istio e um programa.</translation>
    </message>
    <message>
        <source>Try it without a cluster: sluice apply %1 --env %2 --sandbox --wait</source>
        <translation>Experimente sem cluster: sluice apply %1 --env %2 --sandbox --wait</translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>Connection refused by %1</source>
        <translation>Conexão recusada por %1</translation>
    </message>
    <message>
        <source>Nothing listens at that address, or a firewall turns connections away.</source>
        <translation>Nada escuta nesse endereço, ou um firewall recusa conexões.</translation>
    </message>
    <message>
        <source>Check that the cluster runs and that the context names the right server, then try again.</source>
        <translation>Verifique se o cluster está em execução e se o contexto indica o servidor certo e tente de novo.</translation>
    </message>
    <message>
        <source>No address found for %1</source>
        <translation>Nenhum endereço encontrado para %1</translation>
    </message>
    <message>
        <source>The host name could not be looked up.</source>
        <translation>Não foi possível resolver o nome do host.</translation>
    </message>
    <message>
        <source>Check the server address of the context, your network and your VPN, then try again.</source>
        <translation>Verifique o endereço do servidor no contexto, a sua rede e a sua VPN e tente de novo.</translation>
    </message>
    <message>
        <source>Connection to %1 lost</source>
        <translation>Conexão com %1 perdida</translation>
    </message>
    <message>
        <source>The server or the network ended the connection before the answer was complete.</source>
        <translation>O servidor ou a rede encerrou a conexão antes de a resposta estar completa.</translation>
    </message>
    <message>
        <source>Look at the live state first, because the request may have taken effect, then try again.</source>
        <translation>Olhe primeiro o estado atual, pois a requisição pode ter surtido efeito, e tente de novo.</translation>
    </message>
    <message>
        <source>The proxy did not connect to %1</source>
        <translation>O proxy não se conectou a %1</translation>
    </message>
    <message>
        <source>The connection goes through the proxy that the kubeconfig or the environment names.</source>
        <translation>A conexão passa pelo proxy indicado no kubeconfig ou no ambiente.</translation>
    </message>
    <message>
        <source>Check the proxy&apos;s address (proxy-url, HTTPS_PROXY) and that it allows this host.</source>
        <translation>Verifique o endereço do proxy (proxy-url, HTTPS_PROXY) e se ele permite esse host.</translation>
    </message>
    <message>
        <source>Unexpected answer from %1</source>
        <translation>Resposta inesperada de %1</translation>
    </message>
    <message>
        <source>What answers there does not speak the Kubernetes API.</source>
        <translation>O que responde ali não fala a API do Kubernetes.</translation>
    </message>
    <message>
        <source>Check the server address of the context, with its scheme and port.</source>
        <translation>Verifique o endereço do servidor no contexto, com esquema e porta.</translation>
    </message>
    <message>
        <source>Cannot reach %1</source>
        <translation>Não é possível alcançar %1</translation>
    </message>
    <message>
        <source>The network reported a fault.</source>
        <translation>A rede informou uma falha.</translation>
    </message>
    <message>
        <source>Check your network connection, then try again.</source>
        <translation>Verifique a sua conexão de rede e tente de novo.</translation>
    </message>
    <message>
        <source>Certificate of %1 not trusted</source>
        <translation>O certificado de %1 não é confiável</translation>
    </message>
    <message>
        <source>It is not signed by the certificate authority that the kubeconfig names. Nothing was sent.</source>
        <translation>Ele não foi assinado pela autoridade certificadora indicada no kubeconfig. Nada foi enviado.</translation>
    </message>
    <message>
        <source>Ask the owner of the cluster for its certificate authority and put it into the kubeconfig.</source>
        <translation>Peça ao responsável pelo cluster a autoridade certificadora e coloque-a no kubeconfig.</translation>
    </message>
    <message>
        <source>Certificate does not match %1</source>
        <translation>O certificado não corresponde a %1</translation>
    </message>
    <message>
        <source>The server&apos;s certificate names other hosts. Nothing was sent.</source>
        <translation>O certificado do servidor indica outros hosts. Nada foi enviado.</translation>
    </message>
    <message>
        <source>Use a host name that the certificate names, or set tls-server-name in the kubeconfig.</source>
        <translation>Use um nome de host que conste no certificado ou defina tls-server-name no kubeconfig.</translation>
    </message>
    <message>
        <source>Certificate of %1 has expired</source>
        <translation>O certificado de %1 expirou</translation>
    </message>
    <message>
        <source>The end of its validity has passed. Nothing was sent.</source>
        <translation>O prazo de validade terminou. Nada foi enviado.</translation>
    </message>
    <message>
        <source>Have the certificate renewed, and check the clock of this computer.</source>
        <translation>Peça a renovação do certificado e verifique o relógio deste computador.</translation>
    </message>
    <message>
        <source>Certificate of %1 is not valid yet</source>
        <translation>O certificado de %1 ainda não é válido</translation>
    </message>
    <message>
        <source>Its validity begins later than now. Nothing was sent.</source>
        <translation>A validade começa mais tarde do que agora. Nada foi enviado.</translation>
    </message>
    <message>
        <source>Check the clock of this computer and the one of the server.</source>
        <translation>Verifique o relógio deste computador e o do servidor.</translation>
    </message>
    <message>
        <source>Client certificate not usable for %1</source>
        <translation>Certificado de cliente inutilizável para %1</translation>
    </message>
    <message>
        <source>The client certificate or its key could not be read, or the server refused it.</source>
        <translation>O certificado de cliente ou a sua chave não pôde ser lido, ou o servidor o recusou.</translation>
    </message>
    <message>
        <source>Check client-certificate and client-key of the user in the kubeconfig.</source>
        <translation>Verifique client-certificate e client-key do usuário no kubeconfig.</translation>
    </message>
    <message>
        <source>No secure connection to %1</source>
        <translation>Sem conexão segura com %1</translation>
    </message>
    <message>
        <source>The two sides could not agree on TLS.</source>
        <translation>Os dois lados não conseguiram entrar em acordo sobre TLS.</translation>
    </message>
    <message>
        <source>Check that the server address begins with https:// and names the API server.</source>
        <translation>Verifique se o endereço do servidor começa com https:// e indica o servidor da API.</translation>
    </message>
    <message>
        <source>Credentials of %1 not accepted</source>
        <translation>Credenciais de %1 não aceitas</translation>
    </message>
    <message>
        <source>The server does not know them, or no longer.</source>
        <translation>O servidor não as conhece, ou não as conhece mais.</translation>
    </message>
    <message>
        <source>Sign in again the way your cluster asks for, or choose another context.</source>
        <translation>Autentique-se de novo da forma que o seu cluster pede ou escolha outro contexto.</translation>
    </message>
    <message>
        <source>Credential plugin %1 not found</source>
        <translation>Plugin de credenciais %1 não encontrado</translation>
    </message>
    <message>
        <source>The kubeconfig names a command that is not in the search path of your login shell.</source>
        <translation>O kubeconfig indica um comando que não está no caminho de busca do seu shell de login.</translation>
    </message>
    <message>
        <source>Install the command, or give its full path in the kubeconfig.</source>
        <translation>Instale o comando ou indique o caminho completo no kubeconfig.</translation>
    </message>
    <message>
        <source>Credential plugin %1 failed</source>
        <translation>O plugin de credenciais %1 falhou</translation>
    </message>
    <message>
        <source>It ended without credentials.</source>
        <translation>Ele terminou sem credenciais.</translation>
    </message>
    <message>
        <source>Run it in a terminal to see what it needs, then try again.</source>
        <translation>Execute-o em um terminal para ver do que ele precisa e tente de novo.</translation>
    </message>
    <message>
        <source>Credential plugin %1 not supported</source>
        <translation>Plugin de credenciais %1 sem suporte</translation>
    </message>
    <message>
        <source>It asks for a protocol version other than client.authentication.k8s.io/v1 or v1beta1.</source>
        <translation>Ele pede uma versão do protocolo diferente de client.authentication.k8s.io/v1 ou v1beta1.</translation>
    </message>
    <message>
        <source>Update the plugin and its entry in the kubeconfig.</source>
        <translation>Atualize o plugin e a sua entrada no kubeconfig.</translation>
    </message>
    <message>
        <source>Credential plugin %1 needs your consent</source>
        <translation>O plugin de credenciais %1 precisa do seu consentimento</translation>
    </message>
    <message>
        <source>The kubeconfig wants to run this command on your computer and you have not allowed it yet.</source>
        <translation>O kubeconfig quer executar este comando no seu computador e você ainda não o permitiu.</translation>
    </message>
    <message>
        <source>Look at the command and allow it, or choose another context.</source>
        <translation>Examine o comando e permita-o ou escolha outro contexto.</translation>
    </message>
    <message>
        <source>Token file %1 not readable</source>
        <translation>Arquivo de token %1 ilegível</translation>
    </message>
    <message>
        <source>The kubeconfig names a file with a token that cannot be read or is empty.</source>
        <translation>O kubeconfig indica um arquivo com um token que não pode ser lido ou está vazio.</translation>
    </message>
    <message>
        <source>Check tokenFile of the user in the kubeconfig and the permissions of the file.</source>
        <translation>Verifique tokenFile do usuário no kubeconfig e as permissões do arquivo.</translation>
    </message>
    <message>
        <source>Credentials of %1 have expired</source>
        <translation>As credenciais de %1 expiraram</translation>
    </message>
    <message>
        <source>Their validity has ended and they could not be renewed.</source>
        <translation>O prazo de validade terminou e não foi possível renová-las.</translation>
    </message>
    <message>
        <source>Sign in again the way your cluster asks for, then try again.</source>
        <translation>Autentique-se de novo da forma que o seu cluster pede e tente de novo.</translation>
    </message>
    <message>
        <source>Not signed in to the cluster</source>
        <translation>Sem autenticação no cluster</translation>
    </message>
    <message>
        <source>The server did not accept the credentials (HTTP %2).</source>
        <translation>O servidor não aceitou as credenciais (HTTP %2).</translation>
    </message>
    <message>
        <source>Not allowed: %1</source>
        <translation>Não permitido: %1</translation>
    </message>
    <message>
        <source>Your account lacks a permission for this, or a quota or policy forbids it (HTTP %2).</source>
        <translation>Falta à sua conta uma permissão para isso, ou uma cota ou política o proíbe (HTTP %2).</translation>
    </message>
    <message>
        <source>Ask the cluster&apos;s administrator for the permission that the details name.</source>
        <translation>Peça ao administrador do cluster a permissão citada nos detalhes.</translation>
    </message>
    <message>
        <source>Not found on the cluster: %1</source>
        <translation>Não encontrado no cluster: %1</translation>
    </message>
    <message>
        <source>It was deleted, never existed, or its kind is not installed (HTTP %2).</source>
        <translation>Foi excluído, nunca existiu ou o seu tipo não está instalado (HTTP %2).</translation>
    </message>
    <message>
        <source>Check the name, the namespace and the context, then read live again.</source>
        <translation>Verifique o nome, o namespace e o contexto e leia o estado atual de novo.</translation>
    </message>
    <message>
        <source>Already on the cluster: %1</source>
        <translation>Já existe no cluster: %1</translation>
    </message>
    <message>
        <source>Somebody made it first (HTTP %2).</source>
        <translation>Alguém o criou antes (HTTP %2).</translation>
    </message>
    <message>
        <source>Read live again and make a new plan that changes it.</source>
        <translation>Leia o estado atual de novo e faça um novo plano que o altere.</translation>
    </message>
    <message>
        <source>Another manager owns fields of %1</source>
        <translation>Outro gerenciador é dono de campos de %1</translation>
    </message>
    <message>
        <source>The plan sets fields that another field manager has set to other values (HTTP %2).</source>
        <translation>O plano define campos aos quais outro gerenciador de campos deu outros valores (HTTP %2).</translation>
    </message>
    <message>
        <source>Leave those fields to their manager, or plan to take them over.</source>
        <translation>Deixe esses campos com o gerenciador deles ou planeje assumi-los.</translation>
    </message>
    <message>
        <source>Changed meanwhile: %1</source>
        <translation>Alterado nesse meio-tempo: %1</translation>
    </message>
    <message>
        <source>Somebody else wrote to it after it was read (HTTP %2).</source>
        <translation>Outra pessoa gravou nele depois da leitura (HTTP %2).</translation>
    </message>
    <message>
        <source>Read live again and make the plan anew.</source>
        <translation>Leia o estado atual de novo e refaça o plano.</translation>
    </message>
    <message>
        <source>Refused as invalid: %1</source>
        <translation>Recusado como inválido: %1</translation>
    </message>
    <message>
        <source>The server checked the values and found them not acceptable (HTTP %2).</source>
        <translation>O servidor verificou os valores e não os considerou aceitáveis (HTTP %2).</translation>
    </message>
    <message>
        <source>Correct the fields that the details name and make the plan anew.</source>
        <translation>Corrija os campos citados nos detalhes e refaça o plano.</translation>
    </message>
    <message>
        <source>Refused by the cluster: %1</source>
        <translation>Recusado pelo cluster: %1</translation>
    </message>
    <message>
        <source>The server or one of its admission webhooks did not accept the request (HTTP %2).</source>
        <translation>O servidor ou um dos seus webhooks de admissão não aceitou a requisição (HTTP %2).</translation>
    </message>
    <message>
        <source>Correct what the details name and make the plan anew.</source>
        <translation>Corrija o que os detalhes citam e refaça o plano.</translation>
    </message>
    <message>
        <source>The cluster no longer keeps that version</source>
        <translation>O cluster não guarda mais essa versão</translation>
    </message>
    <message>
        <source>What was read is older than the history the server keeps (HTTP %2).</source>
        <translation>O que foi lido é mais antigo do que o histórico que o servidor guarda (HTTP %2).</translation>
    </message>
    <message>
        <source>Read live again.</source>
        <translation>Leia o estado atual de novo.</translation>
    </message>
    <message>
        <source>The cluster asks for patience</source>
        <translation>O cluster pede paciência</translation>
    </message>
    <message>
        <source>It has more requests than it can serve now (HTTP %2).</source>
        <translation>Ele tem mais requisições do que consegue atender agora (HTTP %2).</translation>
    </message>
    <message>
        <source>Wait a moment, then try again.</source>
        <translation>Espere um momento e tente de novo.</translation>
    </message>
    <message>
        <source>Not supported by this cluster: %1</source>
        <translation>Sem suporte neste cluster: %1</translation>
    </message>
    <message>
        <source>The server knows no such operation or format for it (HTTP %2).</source>
        <translation>O servidor não conhece tal operação ou formato para isso (HTTP %2).</translation>
    </message>
    <message>
        <source>Check which release of Kubernetes and Knative the cluster runs.</source>
        <translation>Verifique qual versão do Kubernetes e do Knative o cluster executa.</translation>
    </message>
    <message>
        <source>The cluster reported an error of its own</source>
        <translation>O cluster informou um erro próprio</translation>
    </message>
    <message>
        <source>The API server, or a webhook it asked, did not work (HTTP %2).</source>
        <translation>O servidor da API, ou um webhook consultado por ele, não funcionou (HTTP %2).</translation>
    </message>
    <message>
        <source>Try again; if it stays, give the details to the cluster&apos;s administrator.</source>
        <translation>Tente de novo; se persistir, envie os detalhes ao administrador do cluster.</translation>
    </message>
    <message>
        <source>The cluster did not do it: %1</source>
        <translation>O cluster não fez isso: %1</translation>
    </message>
    <message>
        <source>The server answered with HTTP %2.</source>
        <translation>O servidor respondeu com HTTP %2.</translation>
    </message>
    <message>
        <source>Read the details, then try again.</source>
        <translation>Leia os detalhes e tente de novo.</translation>
    </message>
    <message>
        <source>Cannot read %1</source>
        <translation>Não é possível ler %1</translation>
    </message>
    <message>
        <source>Correct the text at that place. Nothing was changed.</source>
        <translation>Corrija o texto nesse lugar. Nada foi alterado.</translation>
    </message>
    <message>
        <source>Not acceptable: %1</source>
        <translation>Não aceitável: %1</translation>
    </message>
    <message>
        <source>Correct the value. Nothing was written or sent.</source>
        <translation>Corrija o valor. Nada foi gravado nem enviado.</translation>
    </message>
    <message>
        <source>No such file or folder: %1</source>
        <translation>Arquivo ou pasta inexistente: %1</translation>
    </message>
    <message>
        <source>It was moved or deleted, or the name is not right.</source>
        <translation>Foi movido ou excluído, ou o nome não está certo.</translation>
    </message>
    <message>
        <source>Check the name, or choose another one.</source>
        <translation>Verifique o nome ou escolha outro.</translation>
    </message>
    <message>
        <source>No permission for %1</source>
        <translation>Sem permissão para %1</translation>
    </message>
    <message>
        <source>Your account may not read or write there.</source>
        <translation>A sua conta não pode ler ou gravar ali.</translation>
    </message>
    <message>
        <source>Change the permissions, or choose another folder. Your edits are kept.</source>
        <translation>Altere as permissões ou escolha outra pasta. As suas edições estão guardadas.</translation>
    </message>
    <message>
        <source>No space left to write %1</source>
        <translation>Sem espaço para gravar %1</translation>
    </message>
    <message>
        <source>The disk or your quota is full. The file is as it was before.</source>
        <translation>O disco ou a sua cota está cheio. O arquivo continua como estava.</translation>
    </message>
    <message>
        <source>Free some space, then save again. Your edits are kept.</source>
        <translation>Libere espaço e salve de novo. As suas edições estão guardadas.</translation>
    </message>
    <message>
        <source>Cannot write to %1</source>
        <translation>Não é possível gravar em %1</translation>
    </message>
    <message>
        <source>The file or its file system is read-only. The file is as it was before.</source>
        <translation>O arquivo ou o seu sistema de arquivos é somente leitura. O arquivo continua como estava.</translation>
    </message>
    <message>
        <source>Make it writable, then save again. Your edits are kept.</source>
        <translation>Torne-o gravável e salve de novo. As suas edições estão guardadas.</translation>
    </message>
    <message>
        <source>Changed on disk: %1</source>
        <translation>Alterado no disco: %1</translation>
    </message>
    <message>
        <source>Another program wrote to it since it was read, so it was not overwritten.</source>
        <translation>Outro programa gravou nele desde a leitura, por isso não foi sobrescrito.</translation>
    </message>
    <message>
        <source>Read the file again and look at the plan anew. Your edits are kept.</source>
        <translation>Leia o arquivo de novo e reveja o plano. As suas edições estão guardadas.</translation>
    </message>
    <message>
        <source>Too large to open: %1</source>
        <translation>Grande demais para abrir: %1</translation>
    </message>
    <message>
        <source>The file is bigger than any manifest is.</source>
        <translation>O arquivo é maior do que qualquer manifesto.</translation>
    </message>
    <message>
        <source>Check that this is the file you meant, or split it.</source>
        <translation>Verifique se este é o arquivo desejado ou divida-o.</translation>
    </message>
    <message>
        <source>Not a file: %1</source>
        <translation>Não é um arquivo: %1</translation>
    </message>
    <message>
        <source>A folder or a device has that name.</source>
        <translation>Uma pasta ou um dispositivo tem esse nome.</translation>
    </message>
    <message>
        <source>Choose a file.</source>
        <translation>Escolha um arquivo.</translation>
    </message>
    <message>
        <source>Already there: %1</source>
        <translation>Já existe: %1</translation>
    </message>
    <message>
        <source>It would be overwritten, so nothing was written.</source>
        <translation>Seria sobrescrito, por isso nada foi gravado.</translation>
    </message>
    <message>
        <source>Choose another name, or move it away first.</source>
        <translation>Escolha outro nome ou mova-o antes.</translation>
    </message>
    <message>
        <source>Outside the project: %1</source>
        <translation>Fora do projeto: %1</translation>
    </message>
    <message>
        <source>The project refers to a place outside its own folder.</source>
        <translation>O projeto se refere a um lugar fora da sua própria pasta.</translation>
    </message>
    <message>
        <source>Move the file into the project, or correct the reference.</source>
        <translation>Mova o arquivo para o projeto ou corrija a referência.</translation>
    </message>
    <message>
        <source>Cannot use %1</source>
        <translation>Não é possível usar %1</translation>
    </message>
    <message>
        <source>The system reported a fault.</source>
        <translation>O sistema informou uma falha.</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Interrompido</translation>
    </message>
    <message>
        <source>It was stopped before it was finished.</source>
        <translation>Foi interrompido antes de terminar.</translation>
    </message>
    <message>
        <source>Look at the live state before you go on: a part may have taken effect.</source>
        <translation>Olhe o estado atual antes de continuar: uma parte pode ter surtido efeito.</translation>
    </message>
    <message>
        <source>No answer in time: %1</source>
        <translation>Sem resposta a tempo: %1</translation>
    </message>
    <message>
        <source>Nothing came within %2.</source>
        <translation>Nada chegou em %2.</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>the server</source>
        <translation>o servidor</translation>
    </message>
    <message>
        <source>the current user</source>
        <translation>o usuário atual</translation>
    </message>
    <message>
        <source>the object</source>
        <translation>o objeto</translation>
    </message>
    <message>
        <source>the text</source>
        <translation>o texto</translation>
    </message>
    <message>
        <source>the value</source>
        <translation>o valor</translation>
    </message>
    <message>
        <source>the file</source>
        <translation>o arquivo</translation>
    </message>
    <message>
        <source>the request</source>
        <translation>a requisição</translation>
    </message>
    <message>
        <source>Try again. For requests to a cluster, --request-timeout allows more time.</source>
        <translation>Tente de novo. Para pedidos a um cluster, --request-timeout dá mais tempo.</translation>
    </message>
</context>
<context>
    <name>Facts</name>
    <message>
        <source>just now</source>
        <translation>agora mesmo</translation>
    </message>
    <message numerus="yes">
        <source>%n s ago</source>
        <translation>
            <numerusform>há %n s</numerusform>
            <numerusform>há %n s</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min ago</source>
        <translation>
            <numerusform>há %n min</numerusform>
            <numerusform>há %n min</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n h ago</source>
        <translation>
            <numerusform>há %n h</numerusform>
            <numerusform>há %n h</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n d ago</source>
        <translation>
            <numerusform>há %n d</numerusform>
            <numerusform>há %n d</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1: no answer from the cluster</source>
        <translation>%1: sem resposta do cluster</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Tentar de novo</translation>
    </message>
    <message>
        <source>What is shown may be out of date.</source>
        <translation>O que é mostrado pode estar desatualizado.</translation>
    </message>
    <message>
        <source>What is shown was last confirmed %1.</source>
        <translation>O que é mostrado foi confirmado pela última vez %1.</translation>
    </message>
    <message>
        <source>Review plugin…</source>
        <translation>Examinar o plugin…</translation>
    </message>
    <message>
        <source>Sandbox</source>
        <translation>Sandbox</translation>
    </message>
    <message>
        <source>Choose connection…</source>
        <translation>Escolher conexão…</translation>
    </message>
</context>
<context>
    <name>Language</name>
    <message>
        <source>English</source>
        <comment>the name of your language, in itself</comment>
        <translation>Português (Brasil)</translation>
    </message>
</context>
<context>
    <name>Messages</name>
    <message>
        <source>The text has %1 bytes; at most %2 are read.</source>
        <translation>O texto tem %1 bytes; no máximo %2 são lidos.</translation>
    </message>
    <message>
        <source>The text is nested deeper than %1 levels.</source>
        <translation>O texto tem mais de %1 níveis de aninhamento.</translation>
    </message>
    <message>
        <source>This is not JSON: %1</source>
        <translation>Isto não é JSON: %1</translation>
    </message>
    <message>
        <source>Minimum scale</source>
        <translation>Escala mínima</translation>
    </message>
    <message>
        <source>Fewest pods that a revision keeps. 0 lets it scale to zero when nothing arrives.</source>
        <translation>Menor número de pods que uma Revision mantém. 0 permite escalar a zero quando nada chega.</translation>
    </message>
    <message>
        <source>Maximum scale</source>
        <translation>Escala máxima</translation>
    </message>
    <message>
        <source>Most pods that one revision may have. 0 sets no limit.</source>
        <translation>Maior número de pods que uma Revision pode ter. 0 não define limite.</translation>
    </message>
    <message>
        <source>Target concurrency</source>
        <translation>Concorrência alvo</translation>
    </message>
    <message>
        <source>Requests in flight that one pod should have. The autoscaler adds pods above it.</source>
        <translation>Requisições simultâneas que um pod deve ter. Acima disso, o autoscaler acrescenta pods.</translation>
    </message>
    <message>
        <source>Scale-down delay</source>
        <translation>Atraso para reduzir</translation>
    </message>
    <message>
        <source>How long the load must stay lower before pods are removed.</source>
        <translation>Por quanto tempo a carga deve ficar menor antes que pods sejam removidos.</translation>
    </message>
    <message>
        <source>Stable window</source>
        <translation>Janela estável</translation>
    </message>
    <message>
        <source>The time over which the autoscaler averages the load.</source>
        <translation>O tempo sobre o qual o autoscaler calcula a média da carga.</translation>
    </message>
    <message>
        <source>CPU request</source>
        <translation>CPU solicitada</translation>
    </message>
    <message>
        <source>CPU that a pod is sure to get; the scheduler looks for a node that has it free.</source>
        <translation>CPU que um pod tem garantida; o scheduler procura um nó com ela livre.</translation>
    </message>
    <message>
        <source>CPU limit</source>
        <translation>Limite de CPU</translation>
    </message>
    <message>
        <source>Most CPU that a pod may use; above it, it is slowed down.</source>
        <translation>Máximo de CPU que um pod pode usar; acima disso, ele é desacelerado.</translation>
    </message>
    <message>
        <source>Memory request</source>
        <translation>Memória solicitada</translation>
    </message>
    <message>
        <source>Memory that a pod is sure to get; the scheduler looks for a node that has it free.</source>
        <translation>Memória que um pod tem garantida; o scheduler procura um nó com ela livre.</translation>
    </message>
    <message>
        <source>Memory limit</source>
        <translation>Limite de memória</translation>
    </message>
    <message>
        <source>Most memory that a pod may use; above it, it is ended and started again.</source>
        <translation>Máximo de memória que um pod pode usar; acima disso, ele é encerrado e reiniciado.</translation>
    </message>
    <message>
        <source>Concurrency limit</source>
        <translation>Limite de concorrência</translation>
    </message>
    <message>
        <source>Most requests in flight that one pod accepts. 0 sets no limit.</source>
        <translation>Máximo de requisições simultâneas que um pod aceita. 0 não define limite.</translation>
    </message>
    <message>
        <source>Request timeout</source>
        <translation>Tempo limite da requisição</translation>
    </message>
    <message>
        <source>Longest time a request may take.</source>
        <translation>Maior tempo que uma requisição pode levar.</translation>
    </message>
    <message>
        <source>Response start timeout</source>
        <translation>Tempo limite para o início da resposta</translation>
    </message>
    <message>
        <source>Longest time until the first byte of an answer.</source>
        <translation>Maior tempo até o primeiro byte de uma resposta.</translation>
    </message>
    <message>
        <source>Idle timeout</source>
        <translation>Tempo limite de inatividade</translation>
    </message>
    <message>
        <source>Longest time without a byte of a request or its answer.</source>
        <translation>Maior tempo sem um byte de uma requisição ou da sua resposta.</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Imagem</translation>
    </message>
    <message>
        <source>The container image that the pods run.</source>
        <translation>A imagem de contêiner que os pods executam.</translation>
    </message>
    <message>
        <source>Type a value, or clear the cell to inherit it.</source>
        <translation>Digite um valor ou limpe a célula para herdá-lo.</translation>
    </message>
    <message>
        <source>%1 is not a whole number. Type digits only.</source>
        <translation>%1 não é um número inteiro. Digite apenas algarismos.</translation>
    </message>
    <message>
        <source>%1 is not a number.</source>
        <translation>%1 não é um número.</translation>
    </message>
    <message>
        <source>%1 is not a duration. Write it with units, such as 30s, 1m30s or 1h.</source>
        <translation>%1 não é uma duração. Escreva-a com unidades, como 30s, 1m30s ou 1h.</translation>
    </message>
    <message>
        <source>%1 is not in whole seconds.</source>
        <translation>%1 não está em segundos inteiros.</translation>
    </message>
    <message>
        <source>%1 is not an amount of CPU. Write cores (2, 0.5) or thousandths (500m).</source>
        <translation>%1 não é uma quantidade de CPU. Escreva núcleos (2, 0.5) ou milésimos (500m).</translation>
    </message>
    <message>
        <source>%1 is not an amount of memory. Write it with a unit, such as 512Mi or 2Gi.</source>
        <translation>%1 não é uma quantidade de memória. Escreva-a com uma unidade, como 512Mi ou 2Gi.</translation>
    </message>
    <message>
        <source>The smallest value is %1.</source>
        <translation>O menor valor é %1.</translation>
    </message>
    <message>
        <source>The value must be from %1 to %2.</source>
        <translation>O valor deve estar entre %1 e %2.</translation>
    </message>
    <message>
        <source>The cluster allows 1 to %1.</source>
        <translation>O cluster permite de 1 a %1.</translation>
    </message>
    <message>
        <source>The maximum scale %1 is below the minimum scale %2. Raise the maximum or lower the minimum.</source>
        <translation>A escala máxima %1 está abaixo da escala mínima %2. Aumente a máxima ou reduza a mínima.</translation>
    </message>
    <message>
        <source>The limit %1 is below the request %2. Raise the limit or lower the request.</source>
        <translation>O limite %1 está abaixo do valor solicitado %2. Aumente o limite ou reduza o valor solicitado.</translation>
    </message>
    <message>
        <source>%1 s is longer than the request timeout of %2 s. Shorten it or raise the timeout.</source>
        <translation>%1 s é mais longo do que o tempo limite da requisição, %2 s. Reduza-o ou aumente o tempo limite.</translation>
    </message>
    <message>
        <source>The target %1 is above the concurrency limit %2 of a pod and can never be reached. Lower the target or raise the limit.</source>
        <translation>O alvo %1 está acima do limite de concorrência %2 de um pod e nunca pode ser alcançado. Reduza o alvo ou aumente o limite.</translation>
    </message>
    <message>
        <source>The activity journal was damaged and a new one has been started. The old file is kept as %1.</source>
        <translation>O diário de atividades estava danificado e um novo foi iniciado. O arquivo antigo foi guardado como %1.</translation>
    </message>
    <message>
        <source>The activity journal has format %1, written by a newer Sluice; this one reads up to format %2. Update Sluice, or move the file away.</source>
        <translation>O diário de atividades tem o formato %1, gravado por um Sluice mais novo; este lê até o formato %2. Atualize o Sluice ou mova o arquivo.</translation>
    </message>
    <message>
        <source>This database belongs to another program and was left untouched. Choose another file for the journal.</source>
        <translation>Este banco de dados pertence a outro programa e não foi tocado. Escolha outro arquivo para o diário.</translation>
    </message>
    <message>
        <source>This file is not UTF-8 (it looks like UTF-16). Save it as UTF-8.</source>
        <translation>Este arquivo não é UTF-8 (parece UTF-16). Salve-o como UTF-8.</translation>
    </message>
    <message>
        <source>There is a byte here that is not UTF-8. Save the file as UTF-8.</source>
        <translation>Há aqui um byte que não é UTF-8. Salve o arquivo como UTF-8.</translation>
    </message>
    <message>
        <source>There is a carriage return without a line feed here. Use LF or CRLF line ends.</source>
        <translation>Há aqui um retorno de carro sem quebra de linha. Use finais de linha LF ou CRLF.</translation>
    </message>
    <message>
        <source>The file has %1 bytes; at most %2 are read.</source>
        <translation>O arquivo tem %1 bytes; no máximo %2 são lidos.</translation>
    </message>
    <message>
        <source>This is nested deeper than %1 levels.</source>
        <translation>Há aqui mais de %1 níveis de aninhamento.</translation>
    </message>
    <message>
        <source>There was not enough memory to read the file.</source>
        <translation>Não houve memória suficiente para ler o arquivo.</translation>
    </message>
    <message>
        <source>This is not YAML: %1.</source>
        <translation>Isto não é YAML: %1.</translation>
    </message>
    <message>
        <source>There is no anchor &amp;%1 before this alias.</source>
        <translation>Não há âncora &amp;%1 antes deste alias.</translation>
    </message>
    <message>
        <source>This alias stands for something that contains it. Remove it.</source>
        <translation>Este alias representa algo que o contém. Remova-o.</translation>
    </message>
    <message>
        <source>The aliases of this file stand for more than %1 values. Write them out or remove some.</source>
        <translation>Os aliases deste arquivo representam mais de %1 valores. Escreva-os por extenso ou remova alguns.</translation>
    </message>
    <message>
        <source>The key %1 is here twice. Remove one of them.</source>
        <translation>A chave %1 aparece aqui duas vezes. Remova uma delas.</translation>
    </message>
    <message>
        <source>A list or mapping cannot be a key. Use a text.</source>
        <translation>Uma lista ou um mapeamento não pode ser chave. Use um texto.</translation>
    </message>
    <message>
        <source>The key %1 reads as a number, a date, true, false or null. Put it in quotes.</source>
        <translation>A chave %1 é lida como número, data, true, false ou null. Coloque-a entre aspas.</translation>
    </message>
    <message>
        <source>A merge key (&lt;&lt;) needs a mapping or a list of mappings.</source>
        <translation>Uma chave de mesclagem (&lt;&lt;) exige um mapeamento ou uma lista de mapeamentos.</translation>
    </message>
    <message>
        <source>%1 is no number that Kubernetes can read. Put it in quotes if it is a text.</source>
        <translation>%1 não é um número que o Kubernetes possa ler. Coloque-o entre aspas se for um texto.</translation>
    </message>
    <message>
        <source>%1 is not of the type %2.</source>
        <translation>%1 não é do tipo %2.</translation>
    </message>
    <message>
        <source>A single document is expected, and here starts another. Remove it.</source>
        <translation>Espera-se um único documento, e aqui começa outro. Remova-o.</translation>
    </message>
    <message>
        <source>Read only: near line %1 this YAML is read in different ways by different programs (%2).</source>
        <translation>Somente leitura: perto da linha %1, este YAML é lido de formas diferentes por programas diferentes (%2).</translation>
    </message>
    <message>
        <source>Read only: near line %1 this YAML is read in different ways by different programs. Write it more plainly.</source>
        <translation>Somente leitura: perto da linha %1, este YAML é lido de formas diferentes por programas diferentes. Escreva-o de forma mais simples.</translation>
    </message>
    <message>
        <source>There is no such value in the file.</source>
        <translation>Não há tal valor no arquivo.</translation>
    </message>
    <message>
        <source>This is a list or a mapping. Edit it in the file itself.</source>
        <translation>Isto é uma lista ou um mapeamento. Edite no próprio arquivo.</translation>
    </message>
    <message>
        <source>This is not a mapping, so no key can be added. Edit it in the file itself.</source>
        <translation>Isto não é um mapeamento, por isso nenhuma chave pode ser acrescentada. Edite no próprio arquivo.</translation>
    </message>
    <message>
        <source>This is not a list, so no item can be added. Edit it in the file itself.</source>
        <translation>Isto não é uma lista, por isso nenhum item pode ser acrescentado. Edite no próprio arquivo.</translation>
    </message>
    <message>
        <source>The key %1 is there already.</source>
        <translation>A chave %1 já existe.</translation>
    </message>
    <message>
        <source>An anchor or alias (&amp; or *) is involved, so the change would show in other places too. Edit it in the file itself.</source>
        <translation>Há uma âncora ou um alias (&amp; ou *) envolvido, por isso a alteração apareceria também em outros lugares. Edite no próprio arquivo.</translation>
    </message>
    <message>
        <source>A merge key (&lt;&lt;) is involved, so the value is written in another place. Edit it in the file itself.</source>
        <translation>Há uma chave de mesclagem (&lt;&lt;) envolvida, por isso o valor está escrito em outro lugar. Edite no próprio arquivo.</translation>
    </message>
    <message>
        <source>The value has an explicit type tag. Edit it in the file itself.</source>
        <translation>O valor tem uma tag de tipo explícita. Edite no próprio arquivo.</translation>
    </message>
    <message>
        <source>The value is a text of several lines. Edit it in the file itself.</source>
        <translation>O valor é um texto de várias linhas. Edite no próprio arquivo.</translation>
    </message>
    <message>
        <source>The value is in braces or brackets over several lines. Edit it in the file itself.</source>
        <translation>O valor está entre chaves ou colchetes em várias linhas. Edite no próprio arquivo.</translation>
    </message>
    <message>
        <source>The key is written with a question mark. Edit it in the file itself.</source>
        <translation>A chave está escrita com um ponto de interrogação. Edite no próprio arquivo.</translation>
    </message>
    <message>
        <source>Something else is on the same line. Edit it in the file itself.</source>
        <translation>Há outra coisa na mesma linha. Edite no próprio arquivo.</translation>
    </message>
    <message>
        <source>A comment stands where the entry would be cut. Edit it in the file itself.</source>
        <translation>Há um comentário onde a entrada seria cortada. Edite no próprio arquivo.</translation>
    </message>
    <message>
        <source>The change would have altered something else in the file, so nothing was changed. Edit it in the file itself.</source>
        <translation>A mudança teria alterado outra coisa no arquivo, por isso nada foi alterado. Edite no próprio arquivo.</translation>
    </message>
    <message>
        <source>The document itself cannot be removed. Remove the file.</source>
        <translation>O próprio documento não pode ser removido. Remova o arquivo.</translation>
    </message>
    <message>
        <source>The answer holds no object where one is expected.</source>
        <translation>A resposta não contém um objeto onde se espera um.</translation>
    </message>
    <message>
        <source>The object has no name.</source>
        <translation>O objeto não tem nome.</translation>
    </message>
    <message>
        <source>The answer is not a list: %1</source>
        <translation>A resposta não é uma lista: %1</translation>
    </message>
    <message>
        <source>The watch sent an event of the unknown type “%1”.</source>
        <translation>O watch enviou um evento do tipo desconhecido “%1”.</translation>
    </message>
    <message>
        <source>This should be of kind %1 but is “%2”.</source>
        <translation>Isto deveria ser do tipo %1, mas é “%2”.</translation>
    </message>
    <message>
        <source>The object does not say its apiVersion and kind: %1</source>
        <translation>O objeto não diz apiVersion e kind: %1</translation>
    </message>
    <message>
        <source>The %1 has no name. Add metadata.name.</source>
        <translation>%1 não tem nome. Acrescente metadata.name.</translation>
    </message>
    <message>
        <source>%1 needs a namespace. Name one in the object or choose one.</source>
        <translation>%1 precisa de um namespace. Indique um no objeto ou escolha um.</translation>
    </message>
    <message>
        <source>The server address “%1” is not an http or https URL. Correct it in the kubeconfig.</source>
        <translation>O endereço do servidor “%1” não é uma URL http ou https. Corrija-o no kubeconfig.</translation>
    </message>
    <message>
        <source>The kubeconfig is not a map of clusters, users and contexts.</source>
        <translation>O kubeconfig não é um mapa de clusters, users e contexts.</translation>
    </message>
    <message>
        <source>%1 in the kubeconfig must be text; put quotes around it.</source>
        <translation>%1 no kubeconfig deve ser texto; coloque-o entre aspas.</translation>
    </message>
    <message>
        <source>%1 in the kubeconfig must be true or false.</source>
        <translation>%1 no kubeconfig deve ser true ou false.</translation>
    </message>
    <message>
        <source>%1 in the kubeconfig must be a list.</source>
        <translation>%1 no kubeconfig deve ser uma lista.</translation>
    </message>
    <message>
        <source>%1 in the kubeconfig must be a map.</source>
        <translation>%1 no kubeconfig deve ser um mapa.</translation>
    </message>
    <message>
        <source>%1 in the kubeconfig is not valid base64. Copy the whole value again.</source>
        <translation>%1 no kubeconfig não é base64 válido. Copie o valor inteiro de novo.</translation>
    </message>
    <message>
        <source>%1 holds no PEM text. It should begin with “-----BEGIN”.</source>
        <translation>%1 não contém texto PEM. Deveria começar com “-----BEGIN”.</translation>
    </message>
    <message>
        <source>The cluster names a certificate authority and also turns verification off. Remove one of the two.</source>
        <translation>O cluster indica uma autoridade certificadora e também desliga a verificação. Remova um dos dois.</translation>
    </message>
    <message>
        <source>The credential plugin of this user has no command. Add it in the kubeconfig.</source>
        <translation>O plugin de credenciais deste usuário não tem comando. Acrescente-o no kubeconfig.</translation>
    </message>
    <message>
        <source>The credential plugin must say interactiveMode: Never, IfAvailable or Always.</source>
        <translation>O plugin de credenciais deve dizer interactiveMode: Never, IfAvailable ou Always.</translation>
    </message>
    <message>
        <source>The user has a client certificate or a client key but not both. Add the other one.</source>
        <translation>O usuário tem um certificado de cliente ou uma chave de cliente, mas não ambos. Acrescente o que falta.</translation>
    </message>
    <message>
        <source>The user has a token and also a user name with password. Remove one of the two.</source>
        <translation>O usuário tem um token e também nome de usuário com senha. Remova um dos dois.</translation>
    </message>
    <message>
        <source>No context is chosen. Name one, or set current-context in the kubeconfig.</source>
        <translation>Nenhum contexto foi escolhido. Indique um ou defina current-context no kubeconfig.</translation>
    </message>
    <message>
        <source>There is no context “%1”. The kubeconfig has: %2</source>
        <translation>Não há contexto “%1”. O kubeconfig tem: %2</translation>
    </message>
    <message>
        <source>The context names the cluster “%1”, which the kubeconfig does not have.</source>
        <translation>O contexto indica o cluster “%1”, que não existe no kubeconfig.</translation>
    </message>
    <message>
        <source>The context names the user “%1”, which the kubeconfig does not have.</source>
        <translation>O contexto indica o usuário “%1”, que não existe no kubeconfig.</translation>
    </message>
    <message>
        <source>Groups or a user ID to act as are given without the user name to act as. Add it.</source>
        <translation>Grupos ou um ID de usuário foram indicados sem o nome de usuário com o qual agir. Acrescente-o.</translation>
    </message>
    <message>
        <source>A kustomization must be a mapping of fields. Start it with resources:.</source>
        <translation>Uma kustomization deve ser um mapeamento de campos. Comece-a com resources:.</translation>
    </message>
    <message>
        <source>Kustomize knows no field %1 here. Remove it or correct its name.</source>
        <translation>O Kustomize não conhece o campo %1 aqui. Remova-o ou corrija o nome.</translation>
    </message>
    <message>
        <source>%1 says nothing. List the resources in it.</source>
        <translation>%1 não diz nada. Liste nele os resources.</translation>
    </message>
    <message>
        <source>A kustomization file holds one document, and here starts another. Remove it.</source>
        <translation>Um arquivo de kustomization contém um único documento, e aqui começa outro. Remova-o.</translation>
    </message>
    <message>
        <source>There is no kustomization.yaml in %1. Correct the path or add the file.</source>
        <translation>Não há kustomization.yaml em %1. Corrija o caminho ou acrescente o arquivo.</translation>
    </message>
    <message>
        <source>There is more than one kustomization file in %1. Keep one.</source>
        <translation>Há mais de um arquivo de kustomization em %1. Mantenha um.</translation>
    </message>
    <message>
        <source>%1 must be a list.</source>
        <translation>%1 deve ser uma lista.</translation>
    </message>
    <message>
        <source>%1 must be a mapping.</source>
        <translation>%1 deve ser um mapeamento.</translation>
    </message>
    <message>
        <source>%1 must be a text. Put it in quotes.</source>
        <translation>%1 deve ser um texto. Coloque-o entre aspas.</translation>
    </message>
    <message>
        <source>%1 must be true or false.</source>
        <translation>%1 deve ser true ou false.</translation>
    </message>
    <message>
        <source>A patch needs either path or patch, and not both.</source>
        <translation>Um patch precisa de path ou de patch, e não de ambos.</translation>
    </message>
    <message>
        <source>There is no file or folder %1. Correct the path or add it.</source>
        <translation>Não há arquivo ou pasta %1. Corrija o caminho ou acrescente-o.</translation>
    </message>
    <message>
        <source>%1 leads out of the project&apos;s folder. Copy what it needs into the project.</source>
        <translation>%1 leva para fora da pasta do projeto. Copie para o projeto o que for necessário.</translation>
    </message>
    <message>
        <source>Kustomize reads the file %1 only from the kustomization&apos;s own folder or below. Move it, or refer to a folder with a kustomization.</source>
        <translation>O Kustomize só lê o arquivo %1 da própria pasta da kustomization ou abaixo dela. Mova-o ou refira-se a uma pasta com uma kustomization.</translation>
    </message>
    <message>
        <source>These folders build on each other in a circle: %1. Remove one of the references.</source>
        <translation>Estas pastas se baseiam umas nas outras em círculo: %1. Remova uma das referências.</translation>
    </message>
    <message>
        <source>Only kustomize itself can render this (%1).</source>
        <translation>Só o próprio kustomize consegue renderizar isto (%1).</translation>
    </message>
    <message>
        <source>%1 would be fetched from the network. Allow it for this project, or copy it into the folder.</source>
        <translation>%1 seria buscado na rede. Permita isso para este projeto ou copie-o para a pasta.</translation>
    </message>
    <message>
        <source>This document has no kind. Add apiVersion, kind and metadata.name.</source>
        <translation>Este documento não tem kind. Acrescente apiVersion, kind e metadata.name.</translation>
    </message>
    <message>
        <source>This document has no apiVersion. Add it.</source>
        <translation>Este documento não tem apiVersion. Acrescente-o.</translation>
    </message>
    <message>
        <source>This object has no metadata.name. Add it.</source>
        <translation>Este objeto não tem metadata.name. Acrescente-o.</translation>
    </message>
    <message>
        <source>%1 is declared twice, also in %2. Remove or rename one.</source>
        <translation>%1 está declarado duas vezes, também em %2. Remova ou renomeie um deles.</translation>
    </message>
    <message>
        <source>A list of operations needs a target. Say which object it is for.</source>
        <translation>Uma lista de operações precisa de um target. Diga para qual objeto ela é.</translation>
    </message>
    <message>
        <source>This patch is empty. Remove it from the kustomization.</source>
        <translation>Este patch está vazio. Remova-o da kustomization.</translation>
    </message>
    <message>
        <source>A patch needs kind and metadata.name to find its object.</source>
        <translation>Um patch precisa de kind e metadata.name para encontrar o seu objeto.</translation>
    </message>
    <message>
        <source>There is no %1 for this patch. Correct its name, kind or apiVersion.</source>
        <translation>Não há %1 para este patch. Corrija o nome, o kind ou a apiVersion.</translation>
    </message>
    <message>
        <source>There is more than one %1 for this patch. Add a target.</source>
        <translation>Há mais de um %1 para este patch. Acrescente um target.</translation>
    </message>
    <message>
        <source>%1 is not a regular expression.</source>
        <translation>%1 não é uma expressão regular.</translation>
    </message>
    <message>
        <source>The object has nothing at %1. Correct the path or add what is above it first.</source>
        <translation>O objeto não tem nada em %1. Corrija o caminho ou acrescente antes o que está acima dele.</translation>
    </message>
    <message>
        <source>The test of this patch failed: %1 is not %2.</source>
        <translation>O teste deste patch falhou: %1 não é %2.</translation>
    </message>
    <message>
        <source>There is no operation %1. Use add, remove, replace, move, copy or test.</source>
        <translation>Não há operação %1. Use add, remove, replace, move, copy ou test.</translation>
    </message>
    <message>
        <source>The operation on %1 has no value.</source>
        <translation>A operação em %1 não tem valor.</translation>
    </message>
    <message>
        <source>The value is in a patch written inside the kustomization, which cannot be edited here. Move the patch to a file of its own.</source>
        <translation>O valor está em um patch escrito dentro da kustomization, que não pode ser editado aqui. Mova o patch para um arquivo próprio.</translation>
    </message>
    <message>
        <source>The project has no environment %1.</source>
        <translation>O projeto não tem o ambiente %1.</translation>
    </message>
    <message>
        <source>There is no project in %1: no sluice.yaml and no kustomization. Open another folder or make a new project.</source>
        <translation>Não há projeto em %1: nem sluice.yaml nem kustomization. Abra outra pasta ou crie um projeto.</translation>
    </message>
    <message>
        <source>There is no Knative Service %1.</source>
        <translation>Não há Knative Service %1.</translation>
    </message>
    <message>
        <source>The Service has no container to set this on. Add one to its template.</source>
        <translation>O Service não tem contêiner no qual definir isto. Acrescente um ao template.</translation>
    </message>
    <message>
        <source>%1 cannot be changed here.</source>
        <translation>%1 não pode ser alterado aqui.</translation>
    </message>
    <message>
        <source>The change would not come out as wished in %1 (wanted “%2”, got “%3”), so nothing was changed. Edit the file itself.</source>
        <translation>A mudança não sairia como desejado em %1 (desejado “%2”, obtido “%3”), por isso nada foi alterado. Edite o próprio arquivo.</translation>
    </message>
    <message>
        <source>The project file must be a mapping with name and environments.</source>
        <translation>O arquivo do projeto deve ser um mapeamento com name e environments.</translation>
    </message>
    <message>
        <source>This project file has another version than 1. A newer Sluice may read it.</source>
        <translation>Este arquivo de projeto tem uma versão diferente de 1. Um Sluice mais novo talvez o leia.</translation>
    </message>
    <message>
        <source>The project file has no field %1. Remove it or correct its name.</source>
        <translation>O arquivo do projeto não tem o campo %1. Remova-o ou corrija o nome.</translation>
    </message>
    <message>
        <source>This environment has no name. Add it.</source>
        <translation>Este ambiente não tem nome. Acrescente-o.</translation>
    </message>
    <message>
        <source>There are two environments named %1. Rename one.</source>
        <translation>Há dois ambientes chamados %1. Renomeie um.</translation>
    </message>
    <message>
        <source>The environment %1 has no overlay. Say which folder it is.</source>
        <translation>O ambiente %1 não tem overlay. Diga qual é a pasta.</translation>
    </message>
    <message>
        <source>kubectl 1.28 or later is needed to render this, and this is %1. Install a newer one, or kustomize.</source>
        <translation>É preciso o kubectl 1.28 ou posterior para renderizar isto, e este é %1. Instale um mais novo, ou o kustomize.</translation>
    </message>
    <message>
        <source>%1 could not render this: %2</source>
        <translation>%1 não conseguiu renderizar isto: %2</translation>
    </message>
    <message>
        <source>“%1” is no name for a Service. Use at most 57 lower-case letters, digits and dashes, starting with a letter.</source>
        <translation>“%1” não é um nome de Service. Use no máximo 57 letras minúsculas, algarismos e hifens, começando com uma letra.</translation>
    </message>
    <message>
        <source>“%1” is no name for a namespace. Use at most 55 lower-case letters, digits and dashes.</source>
        <translation>“%1” não é um nome de namespace. Use no máximo 55 letras minúsculas, algarismos e hifens.</translation>
    </message>
    <message>
        <source>“%1” is no image reference. Write it like ghcr.io/team/app:1.0.</source>
        <translation>“%1” não é uma referência de imagem. Escreva-a como ghcr.io/team/app:1.0.</translation>
    </message>
    <message>
        <source>%1 is no port. Use 1 to 65535.</source>
        <translation>%1 não é uma porta. Use de 1 a 65535.</translation>
    </message>
    <message>
        <source>“%1” is no path. Start it with a slash.</source>
        <translation>“%1” não é um caminho. Comece-o com uma barra.</translation>
    </message>
    <message>
        <source>%1 is marked read-only in sluice.yaml</source>
        <translation>%1 está marcado como somente leitura em sluice.yaml</translation>
    </message>
    <message>
        <source>Namespace %1 does not exist and will be created first</source>
        <translation>O namespace %1 não existe e será criado primeiro</translation>
    </message>
    <message>
        <source>Schema and access checked, no dry run yet: its namespace does not exist</source>
        <translation>Esquema e acesso verificados, ainda sem dry-run: o namespace não existe</translation>
    </message>
    <message>
        <source>What runs now could not be read: %1</source>
        <translation>Não foi possível ler o que está em execução: %1</translation>
    </message>
    <message>
        <source>This cluster does not serve %1 (%2). Install Knative there, or choose another cluster</source>
        <translation>Este cluster não oferece %1 (%2). Instale o Knative nele ou escolha outro cluster</translation>
    </message>
    <message>
        <source>Could not find out whether you may %1 %2 in %3</source>
        <translation>Não foi possível saber se você pode %1 %2 em %3</translation>
    </message>
    <message>
        <source>You may not %1 %2 in %3</source>
        <translation>Você não tem permissão: %1 %2 em %3</translation>
    </message>
    <message>
        <source>You may not %1 %2 in this cluster</source>
        <translation>Você não tem permissão: %1 %2 neste cluster</translation>
    </message>
    <message>
        <source>You may write these objects in %1</source>
        <translation>Você pode gravar estes objetos em %1</translation>
    </message>
    <message>
        <source>Server dry-run accepted</source>
        <translation>Dry-run aceito pelo servidor</translation>
    </message>
    <message>
        <source>The server refuses this</source>
        <translation>O servidor recusa isto</translation>
    </message>
    <message>
        <source>Dry run follows once the namespace exists</source>
        <translation>O dry-run vem depois que o namespace existir</translation>
    </message>
    <message>
        <source>No other field manager owns these fields</source>
        <translation>Nenhum outro gerenciador de campos é dono destes campos</translation>
    </message>
    <message>
        <source>Fields are owned by %1; applying takes them over</source>
        <translation>%1 é dono de campos; aplicar os assume</translation>
    </message>
    <message>
        <source>Removed keys would stay: %1 keeps them</source>
        <translation>Chaves removidas ficariam: %1 as mantém</translation>
    </message>
    <message>
        <source>%1 owns this Service (%2): commit the change, or it will be undone</source>
        <translation>%1 é dono deste Service (%2): faça o commit da mudança ou ela será desfeita</translation>
    </message>
    <message>
        <source>%1 was changed by somebody else after this plan was made</source>
        <translation>%1 foi alterado por outra pessoa depois que este plano foi feito</translation>
    </message>
    <message>
        <source>%1 was created by somebody else after this plan was made</source>
        <translation>%1 foi criado por outra pessoa depois que este plano foi feito</translation>
    </message>
    <message>
        <source>%1 was deleted after this plan was made</source>
        <translation>%1 foi excluído depois que este plano foi feito</translation>
    </message>
    <message>
        <source>%1 is owned by %2 (%3), which would undo the change. Commit it there, or confirm that it is meant</source>
        <translation>%1 pertence a %2 (%3), que desfaria a mudança. Faça o commit lá ou confirme que é intencional</translation>
    </message>
    <message>
        <source>Other field managers own fields of %1. Take them over, or change the files</source>
        <translation>Outros gerenciadores de campos são donos de campos de %1. Assuma-os ou altere os arquivos</translation>
    </message>
    <message>
        <source>Keys removed from %1 would stay on the cluster. Choose whether to take them over, remove them or keep them</source>
        <translation>Chaves removidas de %1 ficariam no cluster. Escolha entre assumi-las, removê-las ou mantê-las</translation>
    </message>
    <message>
        <source>%1 names no context in sluice.yaml. Add one, or choose a cluster</source>
        <translation>%1 não indica um contexto em sluice.yaml. Acrescente um ou escolha um cluster</translation>
    </message>
    <message>
        <source>A value of %1 is not acceptable; correct it first</source>
        <translation>Um valor de %1 não é aceitável; corrija-o primeiro</translation>
    </message>
    <message>
        <source>This value is edited in the file</source>
        <translation>Este valor é editado no arquivo</translation>
    </message>
    <message>
        <source>Only kustomize can render this folder, and it reads files on disk. Save the changes first</source>
        <translation>Só o kustomize consegue renderizar esta pasta, e ele lê arquivos do disco. Salve as mudanças primeiro</translation>
    </message>
    <message>
        <source>The sample could not be put on the embedded cluster</source>
        <translation>Não foi possível colocar o exemplo no cluster embutido</translation>
    </message>
    <message>
        <source>Sending %1</source>
        <translation>Enviando %1</translation>
    </message>
    <message>
        <source>Saving the files</source>
        <translation>Salvando os arquivos</translation>
    </message>
    <message>
        <source>Waiting for %1 to become Ready</source>
        <translation>Esperando %1 ficar pronto</translation>
    </message>
    <message>
        <source>%1 is Ready at %2</source>
        <translation>%1 está pronto em %2</translation>
    </message>
    <message>
        <source>%1</source>
        <translation>%1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>There is no environment “%1” in this project; it has %2</source>
        <translation>Não há ambiente “%1” neste projeto; ele tem %2</translation>
    </message>
    <message>
        <source>This project has no environments</source>
        <translation>Este projeto não tem ambientes</translation>
    </message>
    <message>
        <source>No project is open</source>
        <translation>Nenhum projeto está aberto</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Pronto</translation>
    </message>
    <message>
        <source>Progressing</source>
        <translation>Em andamento</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Falhou</translation>
    </message>
    <message>
        <source>Scaled to zero</source>
        <translation>Escalado a zero</translation>
    </message>
    <message>
        <source>Not deployed</source>
        <translation>Não implantado</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Desconhecido</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>Sem conexão</translation>
    </message>
    <message>
        <source>Applied %1</source>
        <translation>%1 aplicado</translation>
    </message>
    <message>
        <source>Applying %1 failed</source>
        <translation>A aplicação de %1 falhou</translation>
    </message>
    <message>
        <source>Applying %1 was stopped</source>
        <translation>A aplicação de %1 foi interrompida</translation>
    </message>
    <message>
        <source>Applying %1</source>
        <translation>Aplicando %1</translation>
    </message>
    <message>
        <source>Working out what applying %1 would do</source>
        <translation>Calculando o que a aplicação de %1 faria</translation>
    </message>
    <message>
        <source>%1 is not Ready in %2: %3</source>
        <translation>%1 não está pronto em %2: %3</translation>
    </message>
    <message>
        <source>%1 cannot be reached</source>
        <translation>Não é possível alcançar %1</translation>
    </message>
    <message>
        <source>%1 cannot be read</source>
        <translation>Não é possível ler %1</translation>
    </message>
    <message>
        <source>Kustomize reads a patch that starts with a bracket as JSON, and this is not JSON. Write the operations as a block list.</source>
        <translation>O Kustomize lê como JSON um patch que começa com um colchete, e isto não é JSON. Escreva as operações como lista em bloco.</translation>
    </message>
    <message>
        <source>The proxy “%1” is not an http or socks5 URL. Correct it in the kubeconfig.</source>
        <translation>O proxy “%1” não é uma URL http ou socks5. Corrija-o no kubeconfig.</translation>
    </message>
    <message>
        <source>The proxy “%1” would be spoken to over TLS, which is not supported. Use its http:// or socks5:// address; the connection to the cluster through it is encrypted anyway.</source>
        <translation>A conversa com o proxy “%1” seria por TLS, o que não é suportado. Use o endereço http:// ou socks5:// dele; a conexão ao cluster através dele é criptografada de qualquer modo.</translation>
    </message>
    <message>
        <source>%1 is a link that leads out of the project&apos;s folder. Put what it shows into the project.</source>
        <translation>%1 é um link que sai da pasta do projeto. Ponha no projeto aquilo que ele mostra.</translation>
    </message>
    <message>
        <source>Only kustomize itself can render what stands here, and neither kustomize nor kubectl was found. Install kustomize, or kubectl 1.28 or later, or name it in the settings.</source>
        <translation>Só o próprio kustomize pode renderizar o que está aqui, e não se encontrou nem kustomize nem kubectl. Instale o kustomize, ou o kubectl 1.28 ou mais novo, ou indique-o nas configurações.</translation>
    </message>
    <message>
        <source>Only kustomize itself can render what stands here, and there is no program %1. Correct its path in the settings.</source>
        <translation>Só o próprio kustomize pode renderizar o que está aqui, e não há programa %1. Corrija o caminho dele nas configurações.</translation>
    </message>
    <message>
        <source>“%1” printed more than any project comes to and was stopped. Run it in a terminal to see what it prints.</source>
        <translation>“%1” escreveu mais do que qualquer projeto alcança e foi parado. Execute-o em um terminal para ver o que escreve.</translation>
    </message>
    <message>
        <source>“%1” ended before it had rendered this (%2). Run it in a terminal to see why.</source>
        <translation>“%1” terminou antes de renderizar isto (%2). Execute-o em um terminal para ver por quê.</translation>
    </message>
    <message>
        <source>The embedded cluster runs already. Stop it before it is started anew.</source>
        <translation>O cluster embutido já está em execução. Pare-o antes de iniciá-lo de novo.</translation>
    </message>
    <message>
        <source>The embedded cluster does not run, so it has no kubeconfig. Start it first.</source>
        <translation>O cluster embutido não está em execução, por isso não tem kubeconfig. Inicie-o primeiro.</translation>
    </message>
    <message>
        <source>Time in the embedded cluster can run %1 to %2 times as fast as real time.</source>
        <translation>O tempo no cluster embutido pode correr de %1 a %2 vezes tão depressa quanto o real.</translation>
    </message>
    <message>
        <source>Bookmarks need at least a second between them.</source>
        <translation>Os bookmarks precisam de pelo menos um segundo entre eles.</translation>
    </message>
    <message>
        <source>A scenario must be a mapping with seed, faults and loads.</source>
        <translation>Um cenário deve ser um mapeamento com seed, faults e loads.</translation>
    </message>
    <message>
        <source>A scenario file holds exactly one document.</source>
        <translation>Um arquivo de cenário contém exatamente um documento.</translation>
    </message>
    <message>
        <source>A scenario has no field %1 here. Remove it or correct its name.</source>
        <translation>Um cenário não tem o campo %1 aqui. Remova-o ou corrija o nome.</translation>
    </message>
    <message>
        <source>%1 is missing. Add it.</source>
        <translation>Falta %1. Adicione-o.</translation>
    </message>
    <message>
        <source>This must be a list.</source>
        <translation>Isto deve ser uma lista.</translation>
    </message>
    <message>
        <source>Each entry must be a mapping.</source>
        <translation>Cada entrada deve ser um mapeamento.</translation>
    </message>
    <message>
        <source>This must be a text, and not an empty one.</source>
        <translation>Isto deve ser um texto, e não vazio.</translation>
    </message>
    <message>
        <source>The seed must be a whole number, 0 or more.</source>
        <translation>A semente deve ser um número inteiro, 0 ou mais.</translation>
    </message>
    <message>
        <source>This must be a time in milliseconds, from 0 to those of a year.</source>
        <translation>Isto deve ser um tempo em milissegundos, de 0 até os de um ano.</translation>
    </message>
    <message>
        <source>This must be a number from 0 to %1.</source>
        <translation>Isto deve ser um número de 0 a %1.</translation>
    </message>
    <message>
        <source>There is no such fault. Use one of %1.</source>
        <translation>Não existe essa falha. Use uma destas: %1.</translation>
    </message>
    <message>
        <source>Files broken at %1</source>
        <translation>Arquivos com defeito em %1</translation>
    </message>
    <message>
        <source>Only the order of entries changes</source>
        <translation>Muda apenas a ordem das entradas</translation>
    </message>
    <message>
        <source>%1 is an old spelling. Write %2.</source>
        <translation>%1 é uma grafia antiga. Escreva %2.</translation>
    </message>
    <message>
        <source>%1 is not read, because %2 is set as well. Remove it.</source>
        <translation>%1 não é lida, porque %2 também está definida. Remova-a.</translation>
    </message>
    <message>
        <source>%1 has no effect as an annotation. It is a label of the Service.</source>
        <translation>%1 não tem efeito como anotação. É um label do Service.</translation>
    </message>
    <message>
        <source>%1 has no effect on the template. It belongs to the Service&apos;s own annotations.</source>
        <translation>%1 não tem efeito no template. O lugar dela é entre as anotações do próprio Service.</translation>
    </message>
    <message>
        <source>%1 has no effect here. It belongs to the template&apos;s annotations.</source>
        <translation>%1 não tem efeito aqui. O lugar dela é entre as anotações do template.</translation>
    </message>
    <message>
        <source>Knative does not read %1. Correct its name or remove it.</source>
        <translation>O Knative não lê %1. Corrija o nome ou remova-a.</translation>
    </message>
    <message>
        <source>Knative does not read %1 any more since %2. Remove it.</source>
        <translation>O Knative não lê mais %1 desde a %2. Remova-a.</translation>
    </message>
    <message>
        <source>Knative does not read %1. %2 was probably meant.</source>
        <translation>O Knative não lê %1. Provavelmente se quis dizer %2.</translation>
    </message>
    <message>
        <source>%1 takes a duration such as 30s or 2m, and not “%2”.</source>
        <translation>%1 aceita uma duração como 30s ou 2m, e não “%2”.</translation>
    </message>
    <message>
        <source>%1 takes a number, and not “%2”.</source>
        <translation>%1 aceita um número, e não “%2”.</translation>
    </message>
    <message>
        <source>%1 cannot be “%2”. It takes one of these: %3.</source>
        <translation>%1 não pode ser “%2”. Aceita um destes: %3.</translation>
    </message>
    <message>
        <source>%1 cannot be %2. It takes %3 to %4.</source>
        <translation>%1 não pode ser %2. Aceita de %3 a %4.</translation>
    </message>
    <message>
        <source>%1 takes whole seconds, and not %2.</source>
        <translation>%1 aceita segundos inteiros, e não %2.</translation>
    </message>
    <message>
        <source>%1 cannot be %2. The smallest value is %3.</source>
        <translation>%1 não pode ser %2. O menor valor é %3.</translation>
    </message>
    <message>
        <source>%1 takes a whole number, and not “%2”.</source>
        <translation>%1 aceita um número inteiro, e não “%2”.</translation>
    </message>
    <message>
        <source>%1 %2 is on its way out. Write %3.</source>
        <translation>%1 %2 está para sair. Escreva %3.</translation>
    </message>
    <message>
        <source>No supported release of Knative serves %1 %2. Write %3.</source>
        <translation>Nenhuma versão suportada do Knative serve %1 %2. Escreva %3.</translation>
    </message>
    <message>
        <source>The Applications %1 and %2 both own %3. Take it out of one of them.</source>
        <translation>As Applications %1 e %2 são ambas donas de %3. Tire-o de uma delas.</translation>
    </message>
    <message>
        <source>%1 heals itself, so Argo CD takes back every split of traffic that is set on the running Service %2.</source>
        <translation>%1 se repara sozinha, então o Argo CD desfaz cada divisão de tráfego definida no Service %2 em execução.</translation>
    </message>
    <message>
        <source>%1 %2 has no dead-letter sink: events that cannot be delivered are lost.</source>
        <translation>%1 %2 não tem dead-letter sink: eventos que não podem ser entregues se perdem.</translation>
    </message>
    <message>
        <source>The delivery of Trigger %1 takes the place of the Broker&apos;s, and with it the dead-letter sink of %2 is gone.</source>
        <translation>O delivery do Trigger %1 toma o lugar do delivery do Broker, e com isso o dead-letter sink de %2 desaparece.</translation>
    </message>
    <message>
        <source>The API server refuses %1: %2</source>
        <translation>O servidor da API recusa %1: %2</translation>
    </message>
    <message>
        <source>%1 is missing in this %2.</source>
        <translation>Falta %1 neste %2.</translation>
    </message>
    <message>
        <source>%1 must be of type %2.</source>
        <translation>%1 precisa ser do tipo %2.</translation>
    </message>
    <message>
        <source>There is no field %1 in %2. Correct its name or remove it.</source>
        <translation>Não há campo %1 em %2. Corrija o nome ou remova-o.</translation>
    </message>
    <message>
        <source>There is no field %1 in %2. %3 was probably meant.</source>
        <translation>Não há campo %1 em %2. Provavelmente se quis dizer %3.</translation>
    </message>
    <message>
        <source>Use the dead-letter sink of the others</source>
        <translation>Usar o dead-letter sink dos outros</translation>
    </message>
    <message>
        <source>Follow the latest Revision</source>
        <translation>Seguir a Revision mais recente</translation>
    </message>
    <message>
        <source>Let Argo CD leave the traffic alone</source>
        <translation>Fazer o Argo CD deixar o tráfego em paz</translation>
    </message>
    <message>
        <source>Use labels, which leave selectors alone</source>
        <translation>Usar labels, que não mexem nos seletores</translation>
    </message>
    <message>
        <source>Move it to %1</source>
        <translation>Mover para %1</translation>
    </message>
    <message>
        <source>Tell kustomize that this field holds a name</source>
        <translation>Dizer ao kustomize que este campo contém um nome</translation>
    </message>
    <message>
        <source>Change the containers by JSON patch operations</source>
        <translation>Mudar os contêineres por operações de JSON patch</translation>
    </message>
    <message>
        <source>Give target %1 %2 percent</source>
        <translation>Dar ao destino %1 %2 por cento</translation>
    </message>
    <message>
        <source>Put it in quotes</source>
        <translation>Pôr entre aspas</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>Remover %1</translation>
    </message>
    <message>
        <source>Rename it to %1</source>
        <translation>Renomear para %1</translation>
    </message>
    <message>
        <source>Set %1 to %2</source>
        <translation>Definir %1 como %2</translation>
    </message>
    <message>
        <source>Use the tag %1, as the other environments do</source>
        <translation>Usar a tag %1, como os outros ambientes</translation>
    </message>
    <message>
        <source>Name the template&apos;s labels as a field</source>
        <translation>Nomear os labels do template como campo</translation>
    </message>
    <message>
        <source>Take the quotes away</source>
        <translation>Tirar as aspas</translation>
    </message>
    <message>
        <source>The tag&apos;s address starts with %1, which has %2 characters; DNS allows 63. Shorten the tag.</source>
        <translation>O endereço da tag começa com %1, que tem %2 caracteres; o DNS permite 63. Encurte a tag.</translation>
    </message>
    <message>
        <source>%1 may be another image every time it is pulled. Name a version or a digest.</source>
        <translation>%1 pode ser outra imagem a cada download. Indique uma versão ou um digest.</translation>
    </message>
    <message>
        <source>%1 puts spec.selector into the Knative Service %2, which has no such field.</source>
        <translation>%1 põe spec.selector no Knative Service %2, que não tem esse campo.</translation>
    </message>
    <message>
        <source>includeTemplates does not reach the template of the Knative Service %1. Name the field.</source>
        <translation>includeTemplates não alcança o template do Knative Service %1. Nomeie o campo.</translation>
    </message>
    <message>
        <source>This merge replaces the list of containers of %1 as a whole and drops: %2.</source>
        <translation>Este merge substitui a lista de contêineres de %1 inteira e descarta: %2.</translation>
    </message>
    <message>
        <source>Knative exports no metric %1.</source>
        <translation>O Knative não exporta nenhuma métrica %1.</translation>
    </message>
    <message>
        <source>Knative exports no metric %1. Look at %2.</source>
        <translation>O Knative não exporta nenhuma métrica %1. Veja %2.</translation>
    </message>
    <message>
        <source>%1 %2 has no namespace, and others here have: %3.</source>
        <translation>%1 %2 não tem namespace, e outros aqui têm: %3.</translation>
    </message>
    <message>
        <source>Only kustomize itself can render %1, so its objects were not judged.</source>
        <translation>Só o próprio kustomize consegue renderizar %1, então seus objetos não foram avaliados.</translation>
    </message>
    <message>
        <source>This target fits Knative Services and core Services alike. Name the group.</source>
        <translation>Este target vale para Knative Services e também para Services do core. Indique o group.</translation>
    </message>
    <message>
        <source>The %1 waits %2 seconds before it looks, and with it every request that wakes the Service.</source>
        <translation>O %1 espera %2 segundos antes de olhar, e com ele cada requisição que acorda o Service.</translation>
    </message>
    <message>
        <source>The %1 looks every %2 seconds only, and requests that wake the Service wait for it.</source>
        <translation>O %1 olha só a cada %2 segundos, e as requisições que acordam o Service esperam por ele.</translation>
    </message>
    <message>
        <source>Nothing here declares %1 %2.</source>
        <translation>Nada aqui declara %1 %2.</translation>
    </message>
    <message>
        <source>Nothing here declares %1 %2. %3 was probably meant.</source>
        <translation>Nada aqui declara %1 %2. Provavelmente se quis dizer %3.</translation>
    </message>
    <message>
        <source>%1 %2 is looked for in the namespace %3 and goes to %4.</source>
        <translation>%1 %2 é procurado no namespace %3 e vai para %4.</translation>
    </message>
    <message>
        <source>%1 %2 goes to the namespace %3, and it is looked for in %4.</source>
        <translation>%1 %2 vai para o namespace %3 e é procurado em %4.</translation>
    </message>
    <message>
        <source>%1 %2 is called %3 here, and kustomize does not know that this field names it.</source>
        <translation>%1 %2 se chama %3 aqui, e o kustomize não sabe que este campo o nomeia.</translation>
    </message>
    <message>
        <source>The environment %1 does not render.</source>
        <translation>O ambiente %1 não renderiza.</translation>
    </message>
    <message>
        <source>The request for %1 is %2, above the limit of %3.</source>
        <translation>O request de %1 é %2, acima do limite de %3.</translation>
    </message>
    <message>
        <source>The name of the Revision, %1, must start with “%2-” and be a DNS label.</source>
        <translation>O nome da Revision, %1, precisa começar com “%2-” e ser um label de DNS.</translation>
    </message>
    <message>
        <source>Nothing here makes the Revision %1. It must be on the cluster already.</source>
        <translation>Nada aqui cria a Revision %1. Ela já precisa estar no cluster.</translation>
    </message>
    <message>
        <source>%1 is %2, above %3, which is %4.</source>
        <translation>%1 é %2, acima de %3, que é %4.</translation>
    </message>
    <message>
        <source>A target of %1 is never reached: containerConcurrency lets in %2 at most.</source>
        <translation>Um target de %1 nunca é alcançado: containerConcurrency deixa entrar no máximo %2.</translation>
    </message>
    <message>
        <source>There is no rule %1 to ignore.</source>
        <translation>Não há regra %1 para ignorar.</translation>
    </message>
    <message>
        <source>Say why the rule is ignored here.</source>
        <translation>Diga por que a regra é ignorada aqui.</translation>
    </message>
    <message>
        <source>%1 cannot be a Revision of the Service %2, because its name does not start with the Service&apos;s.</source>
        <translation>%1 não pode ser uma Revision do Service %2, porque seu nome não começa com o do Service.</translation>
    </message>
    <message>
        <source>The traffic targets sum to %1 percent; 100 are needed.</source>
        <translation>Os destinos do tráfego somam %1 por cento; são necessários 100.</translation>
    </message>
    <message>
        <source>“%1” cannot be a tag: lower-case letters, digits and dashes, a letter first.</source>
        <translation>“%1” não pode ser uma tag: letras minúsculas, dígitos e hifens, uma letra primeiro.</translation>
    </message>
    <message>
        <source>The tag %1 is used twice.</source>
        <translation>A tag %1 é usada duas vezes.</translation>
    </message>
    <message>
        <source>A target of a Service cannot name a Configuration. Its own is meant.</source>
        <translation>Um destino de um Service não pode nomear uma Configuration. Vale a do próprio Service.</translation>
    </message>
    <message>
        <source>A target follows the latest Revision or names one, %1, and not both.</source>
        <translation>Um destino segue a Revision mais recente ou nomeia uma, %1, e não as duas coisas.</translation>
    </message>
    <message>
        <source>A target that does not follow the latest Revision must name one.</source>
        <translation>Um destino que não segue a Revision mais recente precisa nomear uma.</translation>
    </message>
    <message>
        <source>%1 is no share of traffic. Use 0 to 100.</source>
        <translation>%1 não é uma parcela do tráfego. Use de 0 a 100.</translation>
    </message>
    <message>
        <source>The url of a target is set by the server. Remove it.</source>
        <translation>A url de um destino é definida pelo servidor. Remova-a.</translation>
    </message>
    <message>
        <source>Nothing refers to %1. Add it to a kustomization, or remove it.</source>
        <translation>Nada se refere a %1. Acrescente-o a uma kustomization ou remova-o.</translation>
    </message>
    <message>
        <source>No environment builds on %1.</source>
        <translation>Nenhum ambiente se apoia em %1.</translation>
    </message>
    <message>
        <source>Knative reads the older spellings with less weight, so that one of the two silently wins when both are set. The names with dashes hold in all releases.</source>
        <translation>O Knative lê as grafias antigas com menos peso, de modo que uma das duas vence em silêncio quando ambas estão definidas. Os nomes com hifens valem em todas as versões.</translation>
    </message>
    <message>
        <source>Annotations for scaling act on the template of the Revision; the Service refuses them at its own metadata. The duration of a rollout and the visibility act on the Service and are not read on the template.</source>
        <translation>Anotações de escala agem no template da Revision; o Service as recusa nos seus próprios metadados. A duração de um rollout e a visibilidade agem no Service e não são lidas no template.</translation>
    </message>
    <message>
        <source>Knative ignores annotations that it does not know, so a misspelt one changes nothing and nobody is told.</source>
        <translation>O Knative ignora anotações que não conhece, então uma escrita errada não muda nada e ninguém fica sabendo.</translation>
    </message>
    <message>
        <source>Knative&apos;s webhook refuses values out of range, and with them the whole apply.</source>
        <translation>O webhook do Knative recusa valores fora do intervalo e, com eles, todo o apply.</translation>
    </message>
    <message>
        <source>Old API versions go with a later release, and manifests that name them stop working then.</source>
        <translation>Versões antigas da API saem numa versão posterior, e os manifestos que as nomeiam deixam de funcionar.</translation>
    </message>
    <message>
        <source>The API server does not know this version and refuses the object.</source>
        <translation>O servidor da API não conhece esta versão e recusa o objeto.</translation>
    </message>
    <message>
        <source>Two Applications that own one object overwrite each other without end, and deleting one of them deletes the object of both.</source>
        <translation>Duas Applications donas do mesmo objeto se sobrescrevem sem fim, e apagar uma delas apaga o objeto de ambas.</translation>
    </message>
    <message>
        <source>A canary or a rollback on the cluster changes spec.traffic. With self-heal Argo CD puts back what Git says within seconds, unless the Application ignores that field and respects this when it syncs.</source>
        <translation>Um canary ou um rollback no cluster muda spec.traffic. Com self-heal o Argo CD repõe em segundos o que o Git diz, a menos que a Application ignore esse campo e respeite isso ao sincronizar.</translation>
    </message>
    <message>
        <source>After its retries Knative drops an event that nobody took. A dead-letter sink keeps it, so that it can be looked at and sent again. The delivery of a Trigger replaces that of its Broker as a whole.</source>
        <translation>Depois das tentativas o Knative descarta um evento que ninguém aceitou. Um dead-letter sink o guarda, para que possa ser visto e enviado de novo. O delivery de um Trigger substitui por inteiro o do seu Broker.</translation>
    </message>
    <message>
        <source>The API server checks types, ranges and required fields and refuses the object.</source>
        <translation>O servidor da API verifica tipos, intervalos e campos obrigatórios e recusa o objeto.</translation>
    </message>
    <message>
        <source>Knative Serving drops unknown fields and Eventing refuses them; kubectl refuses both. A misspelt field never has an effect.</source>
        <translation>O Knative Serving descarta campos desconhecidos e o Eventing os recusa; o kubectl recusa os dois. Um campo escrito errado nunca tem efeito.</translation>
    </message>
    <message>
        <source>A tagged target is reached at TAG-SERVICE.NAMESPACE.DOMAIN, and no label of a host name may be longer than 63 characters: the Route then never becomes Ready.</source>
        <translation>Um destino com tag é alcançado em TAG-SERVICE.NAMESPACE.DOMAIN, e nenhum label de um nome de host pode ter mais de 63 caracteres: a Route nunca fica Ready.</translation>
    </message>
    <message>
        <source>Without a version nobody can say what a Revision runs. Knative resolves the tag once per Revision, so that a new image does not even come into use until something else changes.</source>
        <translation>Sem uma versão ninguém sabe dizer o que uma Revision executa. O Knative resolve a tag uma vez por Revision, então uma imagem nova nem entra em uso até que outra coisa mude.</translation>
    </message>
    <message>
        <source>kustomize knows a core Service when it sees one and takes a Knative Service for it. The field is dropped by Serving, refused by kubectl and shown by Argo CD as a difference that never goes away.</source>
        <translation>O kustomize conhece o Service do core e toma um Knative Service por ele. O campo é descartado pelo Serving, recusado pelo kubectl e mostrado pelo Argo CD como uma diferença que nunca some.</translation>
    </message>
    <message>
        <source>kustomize knows the templates of its built-in workloads only. On a Knative Service the option does nothing; an entry under fields does.</source>
        <translation>O kustomize só conhece os templates dos seus tipos embutidos. Num Knative Service a opção não faz nada; uma entrada em fields faz.</translation>
    </message>
    <message>
        <source>kustomize has no schema for Knative&apos;s kinds, so that a strategic merge replaces lists as a whole. What the patch does not repeat, the image, ports, probes or variables, is gone.</source>
        <translation>O kustomize não tem schema para os tipos do Knative, então um strategic merge substitui listas inteiras. O que o patch não repete, a imagem, as portas, as probes ou as variáveis, desaparece.</translation>
    </message>
    <message>
        <source>An alert or a chart over a metric that does not exist never fires and stays empty. With release 1.19 the names, the units and the labels of nearly all metrics changed.</source>
        <translation>Um alerta ou gráfico sobre uma métrica que não existe nunca dispara e fica vazio. Com a versão 1.19 mudaram os nomes, as unidades e os labels de quase todas as métricas.</translation>
    </message>
    <message>
        <source>Objects without a namespace go to whichever the context names, and do not find those beside them that say theirs.</source>
        <translation>Objetos sem namespace vão para o que o contexto indicar e não encontram os que, ao lado, dizem o seu.</translation>
    </message>
    <message>
        <source>What kustomize makes of the files is judged only when it can be rendered. Install kustomize, or kubectl 1.28 or later.</source>
        <translation>O que o kustomize faz dos arquivos só é avaliado quando pode ser renderizado. Instale o kustomize, ou o kubectl 1.28 ou posterior.</translation>
    </message>
    <message>
        <source>A target by kind alone fits every group. A patch for a Knative Service then breaks a core Service, or the other way round.</source>
        <translation>Um target só pelo kind vale para todos os grupos. Um patch para um Knative Service quebra então um Service do core, ou o contrário.</translation>
    </message>
    <message>
        <source>A Service that scales to zero starts its pods while a request waits. What the probe waits, the request waits; Knative looks many times a second when a readiness probe names no period.</source>
        <translation>Um Service que escala a zero inicia seus pods enquanto uma requisição espera. O que a probe espera, a requisição espera; o Knative olha muitas vezes por segundo quando uma readiness probe não indica período.</translation>
    </message>
    <message>
        <source>A Revision does not become ready without its ConfigMap or ServiceAccount, a Trigger not without its Broker, and events to a missing subscriber are lost.</source>
        <translation>Uma Revision não fica pronta sem seu ConfigMap ou ServiceAccount, um Trigger não fica sem seu Broker, e eventos para um subscriber que falta se perdem.</translation>
    </message>
    <message>
        <source>Transformers set the namespace of objects and leave the namespaces inside of references alone, so that the same base points to another environment&apos;s object.</source>
        <translation>Transformers definem o namespace dos objetos e não mexem nos namespaces dentro das referências, de modo que a mesma base aponta para o objeto de outro ambiente.</translation>
    </message>
    <message>
        <source>Prefixes, suffixes and generators rename objects. kustomize follows names in the fields that it knows, which are almost none of Knative&apos;s, and leaves the others pointing to nothing.</source>
        <translation>Prefixos, sufixos e geradores renomeiam objetos. O kustomize segue nomes nos campos que conhece, quase nenhum deles do Knative, e deixa os outros apontando para nada.</translation>
    </message>
    <message>
        <source>What does not render cannot be applied.</source>
        <translation>O que não renderiza não pode ser aplicado.</translation>
    </message>
    <message>
        <source>Kubernetes refuses a pod that asks for more than it may use.</source>
        <translation>O Kubernetes recusa um pod que pede mais do que pode usar.</translation>
    </message>
    <message>
        <source>Serving refuses a template whose name does not start with that of the Service. A prefix in an overlay changes the one and not the other.</source>
        <translation>O Serving recusa um template cujo nome não começa com o do Service. Um prefixo num overlay muda um e não o outro.</translation>
    </message>
    <message>
        <source>Traffic to a Revision that is not there is not moved at all: the Route keeps the old split until every target exists.</source>
        <translation>Tráfego para uma Revision que não existe não é movido de jeito nenhum: a Route mantém a divisão antiga até que todos os destinos existam.</translation>
    </message>
    <message>
        <source>Serving refuses a minimum above the maximum.</source>
        <translation>O Serving recusa um mínimo acima do máximo.</translation>
    </message>
    <message>
        <source>A pod never sees more requests at once than containerConcurrency lets in, so that the autoscaler stays below its target and adds pods too late.</source>
        <translation>Um pod nunca vê mais requisições ao mesmo tempo do que containerConcurrency deixa entrar, então o autoscaler fica abaixo do seu target e acrescenta pods tarde demais.</translation>
    </message>
    <message>
        <source>A comment that silences a rule should name an existing one and say why, so that the next reader can tell whether it still holds.</source>
        <translation>Um comentário que silencia uma regra deve nomear uma que exista e dizer por quê, para que o próximo leitor saiba se ainda vale.</translation>
    </message>
    <message>
        <source>A Route may only send traffic to Revisions of its own Service. The Route refuses to become Ready and keeps the old split.</source>
        <translation>Uma Route só pode mandar tráfego a Revisions do seu próprio Service. Ela não fica Ready e mantém a divisão antiga.</translation>
    </message>
    <message>
        <source>Serving refuses a split that does not sum to 100.</source>
        <translation>O Serving recusa uma divisão que não soma 100.</translation>
    </message>
    <message>
        <source>A tag is the first part of a host name and must be unique in its Service.</source>
        <translation>Uma tag é a primeira parte de um nome de host e precisa ser única no seu Service.</translation>
    </message>
    <message>
        <source>Serving refuses targets that contradict themselves.</source>
        <translation>O Serving recusa destinos que se contradizem.</translation>
    </message>
    <message>
        <source>A file that is not YAML is read by nobody, kustomize included.</source>
        <translation>Um arquivo que não é YAML não é lido por ninguém, nem pelo kustomize.</translation>
    </message>
    <message>
        <source>A file that no kustomization names is never applied with an environment. It may be an example, or a line was forgotten. Say so in the file with ignore-file when it is applied by hand.</source>
        <translation>Um arquivo que nenhuma kustomization nomeia nunca é aplicado com um ambiente. Pode ser um exemplo, ou uma linha foi esquecida. Diga isso no arquivo com ignore-file quando ele é aplicado à mão.</translation>
    </message>
    <message>
        <source>A kustomization that no environment builds on is not applied by Sluice. It may be left over, or be missing in a list of resources or in the project file.</source>
        <translation>Uma kustomization em que nenhum ambiente se apoia não é aplicada pelo Sluice. Pode ter sobrado, ou faltar numa lista de resources ou no arquivo do projeto.</translation>
    </message>
    <message>
        <source>The files have changed and this finding has no fix any more.</source>
        <translation>Os arquivos mudaram e este achado não tem mais correção.</translation>
    </message>
    <message>
        <source>“%1” is too long: names are made of it that may have 63 characters. Use at most %2 with these parts.</source>
        <translation>“%1” é longo demais: dele se formam nomes que podem ter 63 caracteres. Com estas partes, use no máximo %2.</translation>
    </message>
    <message>
        <source>Knative needs port %1 for itself. Let the container listen on another.</source>
        <translation>O Knative precisa da porta %1 para si. Faça o contêiner escutar em outra.</translation>
    </message>
    <message>
        <source>Name at least one environment.</source>
        <translation>Indique pelo menos um ambiente.</translation>
    </message>
    <message>
        <source>“%1” is no name for an environment. Use at most 40 lower-case letters, digits and dashes.</source>
        <translation>“%1” não é um nome de ambiente. Use no máximo 40 letras minúsculas, algarismos e hifens.</translation>
    </message>
    <message>
        <source>“%1” is no namespace for the environment %2. Use at most 63 lower-case letters, digits and dashes.</source>
        <translation>“%1” não é um namespace para o ambiente %2. Use no máximo 63 letras minúsculas, algarismos e hifens.</translation>
    </message>
    <message>
        <source>Two environments go to the namespace %1 and would overwrite each other. Give each its own.</source>
        <translation>Dois ambientes vão para o namespace %1 e sobrescreveriam um ao outro. Dê a cada um o seu.</translation>
    </message>
    <message>
        <source>The scaling of %1 does not fit together: the minimum is at most the maximum, the target at least 1, and the delay whole seconds up to 1h.</source>
        <translation>O escalonamento de %1 não é coerente: o mínimo é no máximo o máximo, o alvo é pelo menos 1 e a espera são segundos inteiros até 1h.</translation>
    </message>
    <message>
        <source>The resources of %1 do not fit together: quantities such as 200m or 512Mi, and no request above its limit.</source>
        <translation>Os recursos de %1 não são coerentes: quantidades como 200m ou 512Mi, e nenhuma solicitação acima do seu limite.</translation>
    </message>
    <message>
        <source>1.%1 is no release of Knative that Sluice writes for. Use 1.15 or later.</source>
        <translation>O Sluice não escreve para a versão 1.%1 do Knative. Use 1.15 ou posterior.</translation>
    </message>
    <message>
        <source>“%1” is no address of a Kafka broker. Write it like kafka.example.com:9092.</source>
        <translation>“%1” não é o endereço de um broker do Kafka. Escreva-o como kafka.example.com:9092.</translation>
    </message>
    <message>
        <source>“%1” is no name for a Kafka topic. Use letters, digits, dots, dashes and underscores.</source>
        <translation>“%1” não é um nome de tópico do Kafka. Use letras, algarismos, pontos, hifens e sublinhados.</translation>
    </message>
    <message>
        <source>“%1” is no Git repository. Write it like https://git.example.com/team/app.git.</source>
        <translation>“%1” não é um repositório Git. Escreva-o como https://git.example.com/team/app.git.</translation>
    </message>
    <message>
        <source>“%1” is no folder of a repository. Write it without a slash at the beginning or the end.</source>
        <translation>“%1” não é uma pasta de um repositório. Escreva-a sem barra no início nem no fim.</translation>
    </message>
    <message>
        <source>“%1” is no branch.</source>
        <translation>“%1” não é um branch.</translation>
    </message>
</context>
<context>
    <name>Pages</name>
    <message>
        <source>Overview</source>
        <translation>Visão geral</translation>
    </message>
    <message>
        <source>Environments</source>
        <translation>Ambientes</translation>
    </message>
    <message>
        <source>Manifests</source>
        <translation>Manifestos</translation>
    </message>
    <message>
        <source>Logs</source>
        <translation>Logs</translation>
    </message>
</context>
<context>
    <name>Plan</name>
    <message>
        <source>%1 in %2</source>
        <comment>lines in files</comment>
        <translation>%1 em %2</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n linha</numerusform>
            <numerusform>%n linhas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n arquivo</numerusform>
            <numerusform>%n arquivos</numerusform>
        </translation>
    </message>
    <message>
        <source>first revision takes %1 %</source>
        <translation>a primeira Revision recebe %1 %</translation>
    </message>
    <message>
        <source>new revision takes %1 %</source>
        <translation>a nova Revision recebe %1 %</translation>
    </message>
    <message>
        <source>new revision without traffic</source>
        <translation>nova Revision sem tráfego</translation>
    </message>
    <message>
        <source>no new revision</source>
        <translation>nenhuma Revision nova</translation>
    </message>
    <message>
        <source>Files and cluster agree; nothing would change.</source>
        <translation>Arquivos e cluster coincidem; nada mudaria.</translation>
    </message>
    <message>
        <source>No new revision: the traffic stays where it is.</source>
        <translation>Nenhuma Revision nova: o tráfego fica onde está.</translation>
    </message>
    <message>
        <source>a new revision</source>
        <translation>uma nova Revision</translation>
    </message>
    <message>
        <source>%1 will be created and gets no traffic until a split gives it some.</source>
        <translation>%1 será criada e não recebe tráfego até que uma divisão lhe dê algum.</translation>
    </message>
    <message>
        <source>%1 will be created and receive %2 %.</source>
        <translation>%1 será criada e receberá %2 %.</translation>
    </message>
    <message>
        <source>%1 will be created and, because traffic follows the latest ready revision, receive %2 %. %3 serves until then.</source>
        <translation>%1 será criada e, como o tráfego segue a Revision pronta mais recente, receberá %2 %. Até lá, %3 atende.</translation>
    </message>
    <message>
        <source>%1 will be created and receive %2 %. %3 serves now.</source>
        <translation>%1 será criada e receberá %2 %. %3 atende agora.</translation>
    </message>
    <message>
        <source>Nothing to apply</source>
        <translation>Nada a aplicar</translation>
    </message>
    <message>
        <source>Apply to %1</source>
        <translation>Aplicar em %1</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>kind, name</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 %2/%3</source>
        <comment>kind, namespace, name</comment>
        <translation>%1 %2/%3</translation>
    </message>
    <message numerus="yes">
        <source>%n created</source>
        <translation>
            <numerusform>%n criado</numerusform>
            <numerusform>%n criados</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changed</source>
        <translation>
            <numerusform>%n alterado</numerusform>
            <numerusform>%n alterados</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unchanged</source>
        <translation>
            <numerusform>%n sem mudança</numerusform>
            <numerusform>%n sem mudança</numerusform>
        </translation>
    </message>
    <message>
        <source>The plan cannot be applied: see what is marked.</source>
        <translation>O plano não pode ser aplicado: veja o que está marcado.</translation>
    </message>
    <message>
        <source>Other managers own fields of this plan: decide whether to take them over.</source>
        <translation>Outros gerenciadores são donos de campos deste plano: decida se vai assumi-los.</translation>
    </message>
    <message>
        <source>Some keys would stay on the cluster: choose what happens with them.</source>
        <translation>Algumas chaves ficariam no cluster: escolha o que acontece com elas.</translation>
    </message>
    <message>
        <source>%1 owns these objects: confirm that you apply beside it.</source>
        <translation>%1 é dono destes objetos: confirme que você aplica ao lado dele.</translation>
    </message>
    <message>
        <source>%1 (new file)</source>
        <translation>%1 (arquivo novo)</translation>
    </message>
    <message>
        <source>What applying to %1 will do (%2, namespace %3)</source>
        <translation>O que a aplicação em %1 fará (%2, namespace %3)</translation>
    </message>
    <message>
        <source>create</source>
        <translation>criar</translation>
    </message>
    <message>
        <source>change</source>
        <translation>alterar</translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>sem mudança</translation>
    </message>
    <message>
        <source>  conflict: %1 belongs to %2</source>
        <translation>  conflito: %1 pertence a %2</translation>
    </message>
    <message>
        <source>  stays: %1 = %2, held by %3</source>
        <translation>  fica: %1 = %2, mantido por %3</translation>
    </message>
    <message>
        <source>  refused: %1</source>
        <translation>  recusado: %1</translation>
    </message>
    <message>
        <source>  warning: %1</source>
        <translation>  aviso: %1</translation>
    </message>
    <message>
        <source>new revision if keys are removed</source>
        <translation>Revision nova se chaves forem removidas</translation>
    </message>
    <message>
        <source>No new revision, unless the keys that would stay are removed: that creates one.</source>
        <translation>Nenhuma Revision nova, a menos que as chaves que ficariam sejam removidas: isso cria uma.</translation>
    </message>
    <message numerus="yes">
        <source>%n new revision(s)</source>
        <translation>
            <numerusform>%n nova Revision</numerusform>
            <numerusform>%n novas Revisions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>Browse…</source>
        <translation>Procurar…</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Aparência</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Tema</translation>
    </message>
    <message>
        <source>Like the desktop</source>
        <translation>Como a área de trabalho</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Claro</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Escuro</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Alto contraste</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>The language changes at the next start.</source>
        <translation>O idioma muda no próximo início.</translation>
    </message>
    <message>
        <source>Compact rows in tables</source>
        <translation>Linhas compactas nas tabelas</translation>
    </message>
    <message>
        <source>Files and programs</source>
        <translation>Arquivos e programas</translation>
    </message>
    <message>
        <source>KUBECONFIG, else ~/.kube/config</source>
        <translation>KUBECONFIG, senão ~/.kube/config</translation>
    </message>
    <message>
        <source>found in PATH; kubectl from 1.28 does as well</source>
        <translation>encontrado no PATH; kubectl a partir de 1.28 também serve</translation>
    </message>
    <message>
        <source>kustomize is only asked for folders that Sluice has not written. Empty fields use what the shell uses.</source>
        <translation>O kustomize só é chamado para pastas que o Sluice não escreveu. Campos vazios usam o que o shell usa.</translation>
    </message>
    <message>
        <source>Credential plugins that may run</source>
        <translation>Plugins de credenciais que podem rodar</translation>
    </message>
    <message>
        <source>None. When a kubeconfig names a program that supplies credentials, you are asked once before it runs.</source>
        <translation>Nenhum. Quando um kubeconfig indica um programa que fornece credenciais, você é consultado uma vez antes que ele rode.</translation>
    </message>
    <message>
        <source>allowed %1 · SHA-256 %2</source>
        <translation>permitido em %1 · SHA-256 %2</translation>
    </message>
    <message>
        <source>Revoke</source>
        <translation>Revogar</translation>
    </message>
    <message>
        <source>Revoke the consent for %1</source>
        <translation>Revogar o consentimento para %1</translation>
    </message>
    <message>
        <source>Environments marked as production</source>
        <translation>Ambientes marcados como produção</translation>
    </message>
    <message>
        <source>Ask for the environment&apos;s name before a plan is applied</source>
        <translation>Pedir o nome do ambiente antes de aplicar um plano</translation>
    </message>
    <message>
        <source>Which environments are production, or read-only, stands in the project&apos;s file and counts for everybody.</source>
        <translation>Quais ambientes são de produção, ou somente leitura, está no arquivo do projeto e vale para todos.</translation>
    </message>
    <message>
        <source>Shortcut for %1</source>
        <translation>Atalho para %1</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Restaurar</translation>
    </message>
    <message>
        <source>Reset the shortcut for %1</source>
        <translation>Restaurar o atalho para %1</translation>
    </message>
    <message>
        <source>“%1” has this shortcut.</source>
        <translation>“%1” tem este atalho.</translation>
    </message>
</context>
<context>
    <name>Status</name>
    <message>
        <source>Ready</source>
        <translation>Pronto</translation>
    </message>
    <message>
        <source>Progressing</source>
        <translation>Em andamento</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Aviso</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Falhou</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Desconhecido</translation>
    </message>
    <message>
        <source>Inactive</source>
        <translation>Inativo</translation>
    </message>
    <message>
        <source>Drifted</source>
        <translation>Divergente</translation>
    </message>
    <message>
        <source>Unsaved</source>
        <translation>Não salvo</translation>
    </message>
    <message>
        <source>filled circle</source>
        <translation>círculo cheio</translation>
    </message>
    <message>
        <source>arc</source>
        <translation>arco</translation>
    </message>
    <message>
        <source>triangle</source>
        <translation>triângulo</translation>
    </message>
    <message>
        <source>filled triangle</source>
        <translation>triângulo cheio</translation>
    </message>
    <message>
        <source>dash</source>
        <translation>traço</translation>
    </message>
    <message>
        <source>half circle</source>
        <translation>meio círculo</translation>
    </message>
    <message>
        <source>diamond</source>
        <translation>losango</translation>
    </message>
    <message>
        <source>dot</source>
        <translation>ponto</translation>
    </message>
</context>
<context>
    <name>Tour</name>
    <message>
        <source>The picture %1 could not be written</source>
        <translation>Não foi possível gravar a imagem %1</translation>
    </message>
    <message>
        <source>1. The embedded cluster runs the sample project:</source>
        <translation>1. O cluster embutido executa o projeto de exemplo:</translation>
    </message>
    <message>
        <source>3. What will happen:</source>
        <translation>3. O que vai acontecer:</translation>
    </message>
    <message>
        <source>creates revision %1, which takes %2 % of the traffic</source>
        <translation>cria a revisão %1, que recebe %2 % do tráfego</translation>
    </message>
    <message>
        <source>The sample has no maximum scale for prod</source>
        <translation>O exemplo não tem escala máxima para prod</translation>
    </message>
    <message>
        <source>2. prod&apos;s maximum scale: %1 → %2</source>
        <translation>2. Escala máxima de prod: %1 → %2</translation>
    </message>
    <message>
        <source>The plan could not be made</source>
        <translation>Não foi possível fazer o plano</translation>
    </message>
    <message>
        <source>The change was not applied</source>
        <translation>A alteração não foi aplicada</translation>
    </message>
    <message>
        <source>4. Applied: %1 is Ready at %2</source>
        <translation>4. Aplicado: %1 está pronto em %2</translation>
    </message>
    <message>
        <source>The tour did not come to its end in time</source>
        <translation>A visita guiada não terminou a tempo</translation>
    </message>
    <message numerus="yes">
        <source>5. %n picture(s) in %1</source>
        <translation>
            <numerusform>5. %n imagem em %1</numerusform>
            <numerusform>5. %n imagens em %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sluice::views::AboutDialog</name>
    <message>
        <source>About Sluice</source>
        <translation>Sobre o Sluice</translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3 or later. Without any warranty.</source>
        <translation>Software livre sob a GNU General Public License, versão 3 ou posterior. Sem nenhuma garantia.</translation>
    </message>
    <message>
        <source>Made with</source>
        <translation>Feito com</translation>
    </message>
    <message>
        <source>The diagnostics hold versions, settings and recent messages. Tokens, host names, user names and paths in your home folder are taken out; read them before you send them.</source>
        <translation>O diagnóstico contém versões, configurações e mensagens recentes. Tokens, nomes de host, nomes de usuário e caminhos da sua pasta pessoal são retirados; leia-o antes de enviar.</translation>
    </message>
    <message>
        <source>Copy diagnostics</source>
        <translation>Copiar diagnóstico</translation>
    </message>
    <message>
        <source>Save diagnostics…</source>
        <translation>Salvar diagnóstico…</translation>
    </message>
    <message>
        <source>Save diagnostics</source>
        <translation>Salvar diagnóstico</translation>
    </message>
</context>
<context>
    <name>sluice::views::ActivityCard</name>
    <message>
        <source>Recent activity</source>
        <translation>Atividade recente</translation>
    </message>
    <message>
        <source>Nothing yet. What you apply is written down here.</source>
        <translation>Nada ainda. O que você aplica é anotado aqui.</translation>
    </message>
</context>
<context>
    <name>sluice::views::Bar</name>
    <message>
        <source>Details</source>
        <translation>Detalhes</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Dispensar</translation>
    </message>
</context>
<context>
    <name>sluice::views::CellInspector</name>
    <message numerus="yes">
        <source>pod(s)</source>
        <translation>
            <numerusform>pod</numerusform>
            <numerusform>pods</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>request(s)</source>
        <translation>
            <numerusform>requisição</numerusform>
            <numerusform>requisições</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 or more</source>
        <translation>%1 ou mais</translation>
    </message>
    <message>
        <source>up to %1</source>
        <translation>até %1</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 a %2</translation>
    </message>
    <message>
        <source>Every environment that does not set its own value follows. Each gets a new revision with its next apply.</source>
        <translation>Todo ambiente que não define o próprio valor acompanha. Cada um ganha uma nova Revision na próxima aplicação.</translation>
    </message>
    <message>
        <source>Changes the revision template: applying makes a new revision. The plan below says which traffic moves to it.</source>
        <translation>Altera o template da Revision: aplicar cria uma nova Revision. O plano abaixo diz que tráfego passa para ela.</translation>
    </message>
    <message>
        <source>About the selected value</source>
        <translation>Sobre o valor selecionado</translation>
    </message>
    <message>
        <source>No value selected</source>
        <translation>Nenhum valor selecionado</translation>
    </message>
    <message>
        <source>Select a value to see what it means, where it is set and what changing it does.</source>
        <translation>Selecione um valor para ver o que significa, onde está definido e o que a mudança faz.</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Chave</translation>
    </message>
    <message>
        <source>Range</source>
        <translation>Intervalo</translation>
    </message>
    <message>
        <source>Cluster default</source>
        <translation>Padrão do cluster</translation>
    </message>
    <message>
        <source>Meaning</source>
        <translation>Significado</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Base</source>
        <translation>Base</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valor</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Problema</translation>
    </message>
    <message>
        <source>In the file</source>
        <translation>No arquivo</translation>
    </message>
    <message>
        <source>not set</source>
        <translation>não definido</translation>
    </message>
    <message>
        <source>Inherited from</source>
        <translation>Herdado de</translation>
    </message>
    <message>
        <source>Set in</source>
        <translation>Definido em</translation>
    </message>
    <message>
        <source>nowhere: the cluster decides</source>
        <translation>em lugar nenhum: o cluster decide</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>Ao vivo</translation>
    </message>
    <message>
        <source>Read only</source>
        <translation>Somente leitura</translation>
    </message>
    <message>
        <source>Effect</source>
        <translation>Efeito</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>desconhecido</translation>
    </message>
    <message>
        <source>At</source>
        <translation>Em</translation>
    </message>
</context>
<context>
    <name>sluice::views::CheatSheet</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Atalhos de teclado</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>Em toda parte</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Close what is on top, or leave a field</source>
        <translation>Fechar o que está por cima ou sair de um campo</translation>
    </message>
    <message>
        <source>Confirm a plan</source>
        <translation>Confirmar um plano</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>Tab</translation>
    </message>
    <message>
        <source>Go to the next control</source>
        <translation>Ir para o próximo controle</translation>
    </message>
    <message>
        <source>Arrows</source>
        <translation>Setas</translation>
    </message>
    <message>
        <source>Move in tables, lists and graphs</source>
        <translation>Mover-se em tabelas, listas e grafos</translation>
    </message>
    <message>
        <source>Change shortcuts…</source>
        <translation>Alterar atalhos…</translation>
    </message>
</context>
<context>
    <name>sluice::views::CheckList</name>
    <message>
        <source>Passed</source>
        <translation>Passou</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Aviso</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>Bloqueado</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Não se sabe</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>sluice::views::ClockControl</name>
    <message>
        <source>Sandbox clock</source>
        <translation>Relógio do sandbox</translation>
    </message>
    <message>
        <source>The time inside the sandbox</source>
        <translation>O tempo dentro do sandbox</translation>
    </message>
    <message>
        <source>%1× as fast</source>
        <translation>%1× mais rápido</translation>
    </message>
    <message>
        <source>Let the sandbox&apos;s time run</source>
        <translation>Deixar o tempo do sandbox correr</translation>
    </message>
    <message>
        <source>Pause the sandbox&apos;s time</source>
        <translation>Pausar o tempo do sandbox</translation>
    </message>
    <message>
        <source>How fast the sandbox&apos;s time runs</source>
        <translation>Com que velocidade corre o tempo do sandbox</translation>
    </message>
    <message>
        <source>Speed: %1 times</source>
        <translation>Velocidade: %1 vezes</translation>
    </message>
    <message>
        <source>Time in the sandbox: %1</source>
        <translation>Hora no sandbox: %1</translation>
    </message>
</context>
<context>
    <name>sluice::views::CommandPalette</name>
    <message>
        <source>Nothing has this name.</source>
        <translation>Nada tem este nome.</translation>
    </message>
    <message>
        <source>Search or run</source>
        <translation>Buscar ou executar</translation>
    </message>
    <message>
        <source>Search or run…</source>
        <translation>Buscar ou executar…</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Resultados</translation>
    </message>
</context>
<context>
    <name>sluice::views::ConnectDialog</name>
    <message>
        <source>Connect to a cluster</source>
        <translation>Conectar a um cluster</translation>
    </message>
    <message>
        <source>Every environment of this project will use the context, on this machine only.</source>
        <translation>Todos os ambientes deste projeto usarão o contexto, apenas nesta máquina.</translation>
    </message>
    <message>
        <source>A context is used together with a folder of manifests. Choose one, then the folder.</source>
        <translation>Um contexto é usado junto com uma pasta de manifestos. Escolha um e depois a pasta.</translation>
    </message>
    <message>
        <source>Sandbox</source>
        <translation>Sandbox</translation>
    </message>
    <message>
        <source>The cluster inside this program</source>
        <translation>O cluster dentro deste programa</translation>
    </message>
    <message>
        <source>certificate not checked</source>
        <translation>certificado não verificado</translation>
    </message>
    <message>
        <source>current</source>
        <translation>atual</translation>
    </message>
    <message>
        <source>Contexts</source>
        <translation>Contextos</translation>
    </message>
    <message>
        <source>No kubeconfig was found. Set its path in the settings, or use the sandbox.</source>
        <translation>Nenhum kubeconfig foi encontrado. Defina o caminho nas configurações ou use o sandbox.</translation>
    </message>
    <message>
        <source>Use this context</source>
        <translation>Usar este contexto</translation>
    </message>
    <message>
        <source>New project…</source>
        <translation>Novo projeto…</translation>
    </message>
    <message>
        <source>Open a folder…</source>
        <translation>Abrir uma pasta…</translation>
    </message>
</context>
<context>
    <name>sluice::views::ConsentDialog</name>
    <message>
        <source>Run a credential plugin?</source>
        <translation>Executar um plugin de credenciais?</translation>
    </message>
    <message>
        <source>The context %1 gets its credentials from a program</source>
        <translation>O contexto %1 obtém as credenciais de um programa</translation>
    </message>
    <message>
        <source>It runs with your rights on this machine. You are asked again when the program changes, and can take the permission back in the settings.</source>
        <translation>Ele roda com os seus direitos nesta máquina. Você é consultado de novo quando o programa muda e pode retirar a permissão nas configurações.</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programa</translation>
    </message>
    <message>
        <source>Arguments</source>
        <translation>Argumentos</translation>
    </message>
    <message>
        <source>Allow this program</source>
        <translation>Permitir este programa</translation>
    </message>
</context>
<context>
    <name>sluice::views::DiffView</name>
    <message>
        <source>Difference</source>
        <translation>Diferença</translation>
    </message>
    <message>
        <source>Removed lines begin with a minus, added lines with a plus.</source>
        <translation>Linhas removidas começam com um menos, linhas acrescentadas com um mais.</translation>
    </message>
</context>
<context>
    <name>sluice::views::EnvironmentsPage</name>
    <message>
        <source>Environments</source>
        <translation>Ambientes</translation>
    </message>
    <message>
        <source>Only differences</source>
        <translation>Só diferenças</translation>
    </message>
    <message>
        <source>Live values</source>
        <translation>Valores ao vivo</translation>
    </message>
    <message>
        <source>Clear the value</source>
        <translation>Limpar o valor</translation>
    </message>
    <message>
        <source>Promote to the next environment</source>
        <translation>Promover para o próximo ambiente</translation>
    </message>
    <message>
        <source>Open where it is set</source>
        <translation>Abrir onde está definido</translation>
    </message>
    <message>
        <source>No project is open</source>
        <translation>Nenhum projeto está aberto</translation>
    </message>
    <message>
        <source>Open a folder with Knative manifests, or start the sandbox with a sample.</source>
        <translation>Abra uma pasta com manifestos do Knative ou inicie o sandbox com um exemplo.</translation>
    </message>
    <message>
        <source>No environments in this folder</source>
        <translation>Nenhum ambiente nesta pasta</translation>
    </message>
    <message>
        <source>An environment is an overlay with a cluster context and a namespace, kept in sluice.yaml. Manifests shows what was found in the files.</source>
        <translation>Um ambiente é um overlay com um contexto de cluster e um namespace, guardado em sluice.yaml. Manifestos mostra o que foi encontrado nos arquivos.</translation>
    </message>
    <message>
        <source>Go to Manifests</source>
        <translation>Ir para Manifestos</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message numerus="yes">
        <source>%n environment(s)</source>
        <translation>
            <numerusform>%n ambiente</numerusform>
            <numerusform>%n ambientes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) cannot stand</source>
        <translation>
            <numerusform>%n valor não é válido</numerusform>
            <numerusform>%n valores não são válidos</numerusform>
        </translation>
    </message>
    <message>
        <source>Correct it to see what applying would do, or undo.</source>
        <translation>Corrija-o para ver o que a aplicação faria, ou desfaça.</translation>
    </message>
    <message>
        <source>Comparing %1 with %2</source>
        <translation>Comparando %1 com %2</translation>
    </message>
    <message numerus="yes">
        <source>%n parameter(s) differ.</source>
        <translation>
            <numerusform>%n parâmetro difere.</numerusform>
            <numerusform>%n parâmetros diferem.</numerusform>
        </translation>
    </message>
    <message>
        <source>Show all environments</source>
        <translation>Mostrar todos os ambientes</translation>
    </message>
    <message>
        <source>%1 with %2</source>
        <translation>%1 com %2</translation>
    </message>
    <message numerus="yes">
        <source> · %n unsaved change(s)</source>
        <translation>
            <numerusform> · %n mudança não salva</numerusform>
            <numerusform>· %n mudanças não salvas</numerusform>
        </translation>
    </message>
    <message>
        <source>What applying to %1 would do%2</source>
        <translation>O que a aplicação em %1 faria%2</translation>
    </message>
    <message>
        <source>What applying to %1 would do</source>
        <translation>O que a aplicação em %1 faria</translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation>Comparar com</translation>
    </message>
    <message>
        <source>Discard the unsaved changes of %1</source>
        <translation>Descartar as mudanças não salvas de %1</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Colar</translation>
    </message>
    <message>
        <source>Undo the last edit of a value</source>
        <translation>Desfazer a última edição de um valor</translation>
    </message>
    <message>
        <source>Redo the edit of a value</source>
        <translation>Refazer a edição de um valor</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n unsaved change(s)</source>
        <translation>
            <numerusform>%1: %n mudança não salva</numerusform>
            <numerusform>%1: %n mudanças não salvas</numerusform>
        </translation>
    </message>
    <message>
        <source>parameter · %1</source>
        <translation>parâmetro · %1</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Comparar</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Aplicar</translation>
    </message>
    <message>
        <source>All parameters have the same values.</source>
        <translation>Todos os parâmetros têm os mesmos valores.</translation>
    </message>
</context>
<context>
    <name>sluice::views::FileTree</name>
    <message numerus="yes">
        <source>%n error(s)</source>
        <translation>
            <numerusform>%n erro</numerusform>
            <numerusform>%n erros</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%n aviso</numerusform>
            <numerusform>%n avisos</numerusform>
        </translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Arquivos</translation>
    </message>
</context>
<context>
    <name>sluice::views::FilterField</name>
    <message>
        <source>Filter…</source>
        <translation>Filtrar…</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtro</translation>
    </message>
</context>
<context>
    <name>sluice::views::FindingDetails</name>
    <message>
        <source>%1…</source>
        <extracomment>The argument is what the fix does, for example &quot;Set name to x&quot;; the dots say that it is shown first.</extracomment>
        <translation>%1…</translation>
    </message>
    <message>
        <source>Look at the change and make it (Alt+Enter)</source>
        <translation>Olhar a mudança e fazê-la (Alt+Enter)</translation>
    </message>
    <message numerus="yes">
        <source>Fix all %n…</source>
        <translation>
            <numerusform>Corrigir %n…</numerusform>
            <numerusform>Corrigir todos os %n…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sluice::views::FindingsTable</name>
    <message>
        <source>Error</source>
        <translation>Erro</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Aviso</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>Achado</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Onde</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Regra</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Achados</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
</context>
<context>
    <name>sluice::views::FixDialog</name>
    <message>
        <source>Fix the files?</source>
        <translation>Corrigir os arquivos?</translation>
    </message>
    <message>
        <source>What changes in the files</source>
        <translation>O que muda nos arquivos</translation>
    </message>
    <message>
        <source>Leave as it is</source>
        <translation>Deixar como está</translation>
    </message>
    <message numerus="yes">
        <source>Change %n file(s)</source>
        <translation>
            <numerusform>Mudar %n arquivo</numerusform>
            <numerusform>Mudar %n arquivos</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sluice::views::FreshnessChip</name>
    <message>
        <source>live</source>
        <translation>ao vivo</translation>
    </message>
    <message>
        <source>Changes arrive as they happen.</source>
        <translation>As mudanças aparecem assim que acontecem.</translation>
    </message>
    <message>
        <source>live · %1 s</source>
        <translation>ao vivo · %1 s</translation>
    </message>
    <message>
        <source>Changes arrive as they happen; the last word from the server took %1 ms.</source>
        <translation>As mudanças aparecem assim que acontecem; a última resposta do servidor levou %1 ms.</translation>
    </message>
    <message>
        <source>connecting</source>
        <translation>conectando</translation>
    </message>
    <message>
        <source>%1 s old</source>
        <translation>há %1 s</translation>
    </message>
    <message>
        <source>%1 min old</source>
        <translation>há %1 min</translation>
    </message>
    <message>
        <source>%1 h old</source>
        <translation>há %1 h</translation>
    </message>
    <message>
        <source>What is shown was read at %1. Trying again.</source>
        <translation>O que é mostrado foi lido às %1. Tentando de novo.</translation>
    </message>
    <message>
        <source>not connected</source>
        <translation>sem conexão</translation>
    </message>
    <message>
        <source>no cluster</source>
        <translation>nenhum cluster</translation>
    </message>
</context>
<context>
    <name>sluice::views::InspectorPane</name>
    <message>
        <source>Inspector</source>
        <translation>Inspetor</translation>
    </message>
</context>
<context>
    <name>sluice::views::KeyCap</name>
    <message>
        <source>Key %1</source>
        <translation>Tecla %1</translation>
    </message>
</context>
<context>
    <name>sluice::views::KeyValueList</name>
    <message>
        <source>Copy %1</source>
        <translation>Copiar %1</translation>
    </message>
</context>
<context>
    <name>sluice::views::LogView</name>
    <message>
        <source>Log lines</source>
        <translation>Linhas de log</translation>
    </message>
</context>
<context>
    <name>sluice::views::LogsPage</name>
    <message>
        <source>Logs</source>
        <translation>Logs</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>Anterior</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>Seguir</translation>
    </message>
    <message>
        <source>Wrap</source>
        <translation>Quebrar</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Ambiente</translation>
    </message>
    <message>
        <source>Revision</source>
        <translation>Revision</translation>
    </message>
    <message>
        <source>Pod</source>
        <translation>Pod</translation>
    </message>
    <message>
        <source>Container</source>
        <translation>Contêiner</translation>
    </message>
    <message>
        <source>The container&apos;s run before its last restart</source>
        <translation>A execução do contêiner antes do último reinício</translation>
    </message>
    <message>
        <source>Search the log…</source>
        <translation>Buscar no log…</translation>
    </message>
    <message>
        <source>Search the log</source>
        <translation>Buscar no log</translation>
    </message>
    <message>
        <source>Previous match</source>
        <translation>Ocorrência anterior</translation>
    </message>
    <message>
        <source>Next match</source>
        <translation>Próxima ocorrência</translation>
    </message>
    <message>
        <source>Keeps the newest line in sight; scrolling up stops it</source>
        <translation>Mantém a linha mais nova à vista; rolar para cima interrompe</translation>
    </message>
    <message>
        <source>Copy all</source>
        <translation>Copiar tudo</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Salvar…</translation>
    </message>
    <message>
        <source>Follow the newest line</source>
        <translation>Seguir a linha mais nova</translation>
    </message>
    <message>
        <source>Wrap long lines</source>
        <translation>Quebrar linhas longas</translation>
    </message>
    <message>
        <source>Save the log…</source>
        <translation>Salvar o log…</translation>
    </message>
    <message>
        <source>All revisions</source>
        <translation>Todas as Revisions</translation>
    </message>
    <message>
        <source>All pods</source>
        <translation>Todos os pods</translation>
    </message>
    <message>
        <source>No log lines</source>
        <translation>Nenhuma linha de log</translation>
    </message>
    <message>
        <source>No pod runs: a Service that is scaled to zero starts one with its next request. Lines appear here then.</source>
        <translation>Nenhum pod em execução: um Service escalado a zero inicia um com a próxima requisição. As linhas aparecem aqui então.</translation>
    </message>
    <message>
        <source>The container has not written anything yet. Lines appear here as they are written.</source>
        <translation>O contêiner ainda não escreveu nada. As linhas aparecem aqui à medida que são escritas.</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n linha</numerusform>
            <numerusform>%n linhas</numerusform>
        </translation>
    </message>
    <message>
        <source>Save the log</source>
        <translation>Salvar o log</translation>
    </message>
    <message>
        <source>Logs (*.log *.txt);;All files (*)</source>
        <translation>Logs (*.log *.txt);;Todos os arquivos (*)</translation>
    </message>
</context>
<context>
    <name>sluice::views::MainWindow</name>
    <message>
        <source>General</source>
        <translation>Geral</translation>
    </message>
    <message>
        <source>Search or run…</source>
        <translation>Buscar ou executar…</translation>
    </message>
    <message>
        <source>Try the sample on the sandbox</source>
        <translation>Experimentar o exemplo no sandbox</translation>
    </message>
    <message>
        <source>Open a folder…</source>
        <translation>Abrir uma pasta…</translation>
    </message>
    <message>
        <source>New project…</source>
        <translation>Novo projeto…</translation>
    </message>
    <message>
        <source>Close the project</source>
        <translation>Fechar o projeto</translation>
    </message>
    <message>
        <source>Connect to a cluster…</source>
        <translation>Conectar a um cluster…</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Atualizar</translation>
    </message>
    <message>
        <source>Filter this page</source>
        <translation>Filtrar esta página</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Desfazer</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Refazer</translation>
    </message>
    <message>
        <source>Collapse or expand the list of pages</source>
        <translation>Recolher ou expandir a lista de páginas</translation>
    </message>
    <message>
        <source>Show problems</source>
        <translation>Mostrar problemas</translation>
    </message>
    <message>
        <source>Show activity</source>
        <translation>Mostrar atividade</translation>
    </message>
    <message>
        <source>Use the light theme</source>
        <translation>Usar o tema claro</translation>
    </message>
    <message>
        <source>Use the dark theme</source>
        <translation>Usar o tema escuro</translation>
    </message>
    <message>
        <source>Follow the desktop&apos;s theme</source>
        <translation>Seguir o tema da área de trabalho</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Configurações</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Atalhos de teclado</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Sobre</translation>
    </message>
    <message>
        <source>Close the window</source>
        <translation>Fechar a janela</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Páginas</translation>
    </message>
    <message>
        <source>environment · %1</source>
        <translation>ambiente · %1</translation>
    </message>
    <message>
        <source>project · %1</source>
        <translation>projeto · %1</translation>
    </message>
    <message>
        <source>%1 – Sluice</source>
        <translation>%1 – Sluice</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n value(s) edited</source>
        <translation>
            <numerusform>%1: %n valor editado</numerusform>
            <numerusform>%1: %n valores editados</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sluice::views::ManifestsPage</name>
    <message>
        <source>Manifests</source>
        <translation>Manifestos</translation>
    </message>
    <message>
        <source>Environment to render and compare</source>
        <translation>Ambiente a renderizar e comparar</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Fonte</translation>
    </message>
    <message>
        <source>Rendered</source>
        <translation>Renderizado</translation>
    </message>
    <message>
        <source>Difference to live</source>
        <translation>Diferença para o que está ao vivo</translation>
    </message>
    <message>
        <source>What is shown of the manifests</source>
        <translation>O que é mostrado dos manifestos</translation>
    </message>
    <message>
        <source>Rendered manifests</source>
        <translation>Manifestos renderizados</translation>
    </message>
    <message>
        <source>Copy all</source>
        <translation>Copiar tudo</translation>
    </message>
    <message numerus="yes">
        <source>%n error(s)</source>
        <translation>
            <numerusform>%n erro</numerusform>
            <numerusform>%n erros</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%n aviso</numerusform>
            <numerusform>%n avisos</numerusform>
        </translation>
    </message>
    <message>
        <source>No manifests in this folder</source>
        <translation>Nenhum manifesto nesta pasta</translation>
    </message>
    <message>
        <source>No project is open</source>
        <translation>Nenhum projeto está aberto</translation>
    </message>
    <message>
        <source>The YAML files of the project stand here, each with what is wrong in it.</source>
        <translation>Os arquivos YAML do projeto ficam aqui, cada um com o que há de errado nele.</translation>
    </message>
    <message>
        <source>Source of %1</source>
        <translation>Fonte de %1</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Tentar de novo</translation>
    </message>
    <message>
        <source>No difference</source>
        <translation>Nenhuma diferença</translation>
    </message>
    <message>
        <source>What runs in %1 is what the files render.</source>
        <translation>O que está em execução em %1 é o que os arquivos renderizam.</translation>
    </message>
    <message>
        <source>%1 is not in this project</source>
        <translation>%1 não está neste projeto</translation>
    </message>
    <message>
        <source>It may have been moved or removed since.</source>
        <translation>Pode ter sido movido ou removido desde então.</translation>
    </message>
    <message>
        <source>file</source>
        <translation>arquivo</translation>
    </message>
    <message numerus="yes">
        <source>Fixes of %n finding(s), as far as they do not touch the same lines</source>
        <translation>
            <numerusform>Correção de %n achado</numerusform>
            <numerusform>Correções de %n achados, desde que não toquem as mesmas linhas</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sluice::views::MatrixHeader</name>
    <message numerus="yes">
        <source>%n invalid</source>
        <translation>
            <numerusform>%n inválido</numerusform>
            <numerusform>%n inválidos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n drifted</source>
        <translation>
            <numerusform>%n divergente</numerusform>
            <numerusform>%n divergentes</numerusform>
        </translation>
    </message>
    <message>
        <source>Environments</source>
        <translation>Ambientes</translation>
    </message>
</context>
<context>
    <name>sluice::views::MatrixView</name>
    <message>
        <source>Parameters by environment</source>
        <translation>Parâmetros por ambiente</translation>
    </message>
    <message>
        <source>No differences</source>
        <translation>Nenhuma diferença</translation>
    </message>
</context>
<context>
    <name>sluice::views::MatrixWords</name>
    <message numerus="yes">
        <source>%n parameter(s)</source>
        <translation>
            <numerusform>%n parâmetro</numerusform>
            <numerusform>%n parâmetros</numerusform>
        </translation>
    </message>
    <message>
        <source>no differences</source>
        <translation>nenhuma diferença</translation>
    </message>
    <message numerus="yes">
        <source>%n differ</source>
        <translation>
            <numerusform>%n difere</numerusform>
            <numerusform>%n diferem</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>was not set</source>
        <translation>não estava definido</translation>
    </message>
    <message>
        <source>was %1</source>
        <translation>era %1</translation>
    </message>
    <message>
        <source>live %1</source>
        <translation>ao vivo %1</translation>
    </message>
    <message>
        <source>Scaling</source>
        <translation>Escala</translation>
    </message>
    <message>
        <source>Resources</source>
        <translation>Recursos</translation>
    </message>
    <message>
        <source>Concurrency and timeouts</source>
        <translation>Concorrência e tempos limite</translation>
    </message>
    <message>
        <source>Image and environment variables</source>
        <translation>Imagem e variáveis de ambiente</translation>
    </message>
    <message>
        <source>cluster</source>
        <translation>cluster</translation>
    </message>
    <message>
        <source>not connected</source>
        <translation>sem conexão</translation>
    </message>
    <message>
        <source>loading…</source>
        <translation>carregando…</translation>
    </message>
    <message>
        <source>not deployed</source>
        <translation>não implantado</translation>
    </message>
    <message>
        <source>not readable</source>
        <translation>ilegível</translation>
    </message>
    <message>
        <source>not set</source>
        <translation>não definido</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <translation>%1, %2: %3</translation>
    </message>
    <message>
        <source>inherited from %1</source>
        <translation>herdado de %1</translation>
    </message>
    <message>
        <source>the cluster&apos;s default</source>
        <translation>o padrão do cluster</translation>
    </message>
    <message>
        <source>unsaved, removed, was %1</source>
        <translation>não salvo, removido, era %1</translation>
    </message>
    <message>
        <source>unsaved, was %1</source>
        <translation>não salvo, era %1</translation>
    </message>
    <message>
        <source>invalid: %1</source>
        <translation>inválido: %1</translation>
    </message>
    <message>
        <source>live differs: %1</source>
        <translation>difere ao vivo: %1</translation>
    </message>
    <message>
        <source>read only: %1</source>
        <translation>somente leitura: %1</translation>
    </message>
    <message>
        <source>Base: what every environment inherits</source>
        <translation>Base: o que todos os ambientes herdam</translation>
    </message>
    <message>
        <source>production</source>
        <translation>produção</translation>
    </message>
    <message>
        <source>read only</source>
        <translation>somente leitura</translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) differ from the cluster</source>
        <translation>
            <numerusform>%n valor difere do cluster</numerusform>
            <numerusform>%n valores diferem do cluster</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unsaved change(s)</source>
        <translation>
            <numerusform>%n mudança não salva</numerusform>
            <numerusform>%n mudanças não salvas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n invalid value(s)</source>
        <translation>
            <numerusform>%n valor inválido</numerusform>
            <numerusform>%n valores inválidos</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <translation>%1 em %2</translation>
    </message>
    <message>
        <source>%1, live in %2: %3</source>
        <translation>%1, ao vivo em %2: %3</translation>
    </message>
    <message>
        <source>Parameter</source>
        <translation>Parâmetro</translation>
    </message>
    <message>
        <source>%1, live</source>
        <translation>%1, ao vivo</translation>
    </message>
    <message>
        <source>Base</source>
        <translation>Base</translation>
    </message>
    <message>
        <source>What runs in %1</source>
        <translation>O que está em execução em %1</translation>
    </message>
</context>
<context>
    <name>sluice::views::NewProjectDialog</name>
    <message>
        <source>New project</source>
        <translation>Novo projeto</translation>
    </message>
    <message>
        <source>Writes a folder with a Knative Service, a base and overlays for dev, staging and prod.</source>
        <translation>Grava uma pasta com um Knative Service, uma base e overlays para dev, staging e prod.</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>Procurar…</translation>
    </message>
    <message>
        <source>registry/name:tag; can be set later</source>
        <translation>registro/nome:tag; pode ser definida depois</translation>
    </message>
    <message>
        <source>Service name</source>
        <translation>Nome do Service</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Pasta</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Imagem</translation>
    </message>
    <message>
        <source>Create the project</source>
        <translation>Criar o projeto</translation>
    </message>
    <message>
        <source>A Service&apos;s name has lower-case letters, digits and hyphens, starts with a letter, ends with a letter or digit and has at most 63 characters.</source>
        <translation>O nome de um Service tem letras minúsculas, algarismos e hifens, começa com uma letra, termina com uma letra ou um algarismo e tem no máximo 63 caracteres.</translation>
    </message>
    <message>
        <source>Give the whole path of the folder.</source>
        <translation>Indique o caminho completo da pasta.</translation>
    </message>
    <message>
        <source>This folder has files already. Choose one that is empty or does not exist.</source>
        <translation>Esta pasta já tem arquivos. Escolha uma vazia ou que não exista.</translation>
    </message>
    <message>
        <source>Where the project&apos;s folder goes</source>
        <translation>Onde fica a pasta do projeto</translation>
    </message>
</context>
<context>
    <name>sluice::views::OverviewPage</name>
    <message>
        <source>Overview</source>
        <translation>Visão geral</translation>
    </message>
    <message>
        <source>Group by environment</source>
        <translation>Agrupar por ambiente</translation>
    </message>
    <message>
        <source>Group by Service</source>
        <translation>Agrupar por Service</translation>
    </message>
    <message>
        <source>No groups</source>
        <translation>Sem grupos</translation>
    </message>
    <message>
        <source>Grouping</source>
        <translation>Agrupamento</translation>
    </message>
    <message>
        <source>Filter…</source>
        <translation>Filtrar…</translation>
    </message>
    <message>
        <source>Filter Services</source>
        <translation>Filtrar Services</translation>
    </message>
    <message>
        <source>Open in Environments</source>
        <translation>Abrir em Ambientes</translation>
    </message>
    <message>
        <source>What applying would do</source>
        <translation>O que a aplicação faria</translation>
    </message>
    <message>
        <source>Show logs</source>
        <translation>Mostrar logs</translation>
    </message>
    <message>
        <source>Copy the URL</source>
        <translation>Copiar a URL</translation>
    </message>
    <message>
        <source>No project is open</source>
        <translation>Nenhum projeto está aberto</translation>
    </message>
    <message>
        <source>Every Service of a project stands here, environment by environment.</source>
        <translation>Todos os Services de um projeto ficam aqui, ambiente por ambiente.</translation>
    </message>
    <message>
        <source>Start the sandbox with a sample</source>
        <translation>Iniciar o sandbox com um exemplo</translation>
    </message>
    <message>
        <source>No Services in this project</source>
        <translation>Nenhum Service neste projeto</translation>
    </message>
    <message>
        <source>The folder has no environment with a Knative Service. Manifests shows what was found.</source>
        <translation>A pasta não tem ambiente com um Knative Service. Manifestos mostra o que foi encontrado.</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n row(s)</source>
        <translation>
            <numerusform>%1 de %n linha</numerusform>
            <numerusform>%1 de %n linhas</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <comment>Services in environments</comment>
        <translation>%1 em %2</translation>
    </message>
    <message numerus="yes">
        <source>%n Service(s)</source>
        <translation>
            <numerusform>%n Service</numerusform>
            <numerusform>%n Services</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n environment(s)</source>
        <translation>
            <numerusform>%n ambiente</numerusform>
            <numerusform>%n ambientes</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 in %2 is serving %3: %4 cannot start</source>
        <translation>%1 em %2 atende com %3: %4 não consegue iniciar</translation>
    </message>
    <message>
        <source>%1 in %2 does not serve</source>
        <translation>%1 em %2 não atende</translation>
    </message>
    <message>
        <source>Traffic stays on %1, which is ready.</source>
        <translation>O tráfego fica em %1, que está pronta.</translation>
    </message>
    <message>
        <source>Service · %1 · %2</source>
        <translation>Service · %1 · %2</translation>
    </message>
</context>
<context>
    <name>sluice::views::OverviewTable</name>
    <message>
        <source>Services</source>
        <translation>Services</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>production</source>
        <translation>produção</translation>
    </message>
</context>
<context>
    <name>sluice::views::OverviewWords</name>
    <message>
        <source>Connecting…</source>
        <translation>Conectando…</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>Sem conexão</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Não se sabe</translation>
    </message>
    <message>
        <source>Not deployed</source>
        <translation>Não implantado</translation>
    </message>
    <message>
        <source>Scaled to zero</source>
        <translation>Escalado a zero</translation>
    </message>
    <message numerus="yes">
        <source>%n unsaved</source>
        <translation>
            <numerusform>%n não salvo</numerusform>
            <numerusform>%n não salvos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n drifted</source>
        <translation>
            <numerusform>%n divergente</numerusform>
            <numerusform>%n divergentes</numerusform>
        </translation>
    </message>
    <message>
        <source>in step</source>
        <translation>em dia</translation>
    </message>
    <message>
        <source>latest</source>
        <translation>mais recente</translation>
    </message>
    <message>
        <source>%1 %2 %</source>
        <comment>revision, percent</comment>
        <translation>%1 %2 %</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>who, when</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1, %2 on %3</source>
        <translation>%1, %2 em %3</translation>
    </message>
    <message>
        <source>Pods that run, and the most that may run</source>
        <translation>Pods em execução e o máximo que pode haver</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Ambiente</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Service</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Serving</source>
        <translation>Atende</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>Divisão</translation>
    </message>
    <message>
        <source>Pods</source>
        <translation>Pods</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Arquivos</translation>
    </message>
    <message>
        <source>Last release</source>
        <translation>Última versão</translation>
    </message>
</context>
<context>
    <name>sluice::views::PlanDecisions</name>
    <message numerus="yes">
        <source>and %n more, see Objects</source>
        <translation>
            <numerusform>e mais %n, veja Objetos</numerusform>
            <numerusform>e mais %n, veja Objetos</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 belongs to %2</source>
        <translation>%1 pertence a %2</translation>
    </message>
    <message numerus="yes">
        <source>%n field(s) of this plan belong to %1</source>
        <translation>
            <numerusform>%n campo deste plano pertence a %1</numerusform>
            <numerusform>%n campos deste plano pertencem a %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n field(s) of this plan belong to other managers</source>
        <translation>
            <numerusform>%n campo deste plano pertence a outros gerenciadores</numerusform>
            <numerusform>%n campos deste plano pertencem a outros gerenciadores</numerusform>
        </translation>
    </message>
    <message>
        <source>Take over these fields</source>
        <translation>Assumir estes campos</translation>
    </message>
    <message>
        <source>Applies with force: the fields then belong to Sluice. Their manager may write them again.</source>
        <translation>Aplica com force: os campos passam a ser do Sluice. O gerenciador deles pode gravá-los de novo.</translation>
    </message>
    <message>
        <source>%1 = %2, held by %3</source>
        <translation>%1 = %2, mantido por %3</translation>
    </message>
    <message numerus="yes">
        <source>%n key(s) cleared in the files would stay on the cluster</source>
        <translation>
            <numerusform>%n chave limpa nos arquivos ficaria no cluster</numerusform>
            <numerusform>%n chaves limpas nos arquivos ficariam no cluster</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove by JSON patch</source>
        <translation>Remover por JSON patch</translation>
    </message>
    <message>
        <source>Takes the key&apos;s managed fields over first, so that the apply itself removes it.</source>
        <translation>Assume antes os managed fields da chave, para que a própria aplicação a remova.</translation>
    </message>
    <message>
        <source>Keep on the cluster</source>
        <translation>Manter no cluster</translation>
    </message>
    <message>
        <source>The file no longer sets the key, the cluster still does: it will show as drift.</source>
        <translation>O arquivo não define mais a chave, o cluster ainda sim: ela aparecerá como divergência.</translation>
    </message>
    <message>
        <source>%1 writes these objects from git</source>
        <translation>%1 grava estes objetos a partir do git</translation>
    </message>
    <message>
        <source>%1 writes these objects from git (%2)</source>
        <translation>%1 grava estes objetos a partir do git (%2)</translation>
    </message>
    <message>
        <source>Commit the files as well, or it puts the old values back with its next sync.</source>
        <translation>Faça também o commit dos arquivos, ou ele devolve os valores antigos na próxima sincronização.</translation>
    </message>
    <message>
        <source>Apply beside %1</source>
        <translation>Aplicar ao lado de %1</translation>
    </message>
    <message>
        <source>Take over and remove (recommended)</source>
        <translation>Assumir e remover (recomendado)</translation>
    </message>
    <message>
        <source>Remove by JSON patch: creates a second revision</source>
        <translation>Remover por JSON patch: cria uma segunda Revision</translation>
    </message>
    <message>
        <source>Removes the key whoever holds it, by a second write after the apply.</source>
        <translation>Remove a chave, seja de quem for, com uma segunda gravação depois de aplicar.</translation>
    </message>
</context>
<context>
    <name>sluice::views::PlanDrawer</name>
    <message>
        <source>What will happen</source>
        <translation>O que vai acontecer</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Parar</translation>
    </message>
    <message>
        <source>Plan again</source>
        <translation>Refazer o plano</translation>
    </message>
    <message>
        <source>asking the cluster about %1…</source>
        <translation>consultando o cluster sobre %1…</translation>
    </message>
    <message>
        <source>applying to %1</source>
        <translation>aplicando em %1</translation>
    </message>
    <message>
        <source>applied to %1</source>
        <translation>aplicado em %1</translation>
    </message>
    <message>
        <source>no plan for %1</source>
        <translation>nenhum plano para %1</translation>
    </message>
    <message>
        <source>not ready in %1</source>
        <translation>não está pronto em %1</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Descartar</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fechar</translation>
    </message>
    <message>
        <source>Drops the unsaved changes of %1; undo brings them back</source>
        <translation>Descarta as mudanças não salvas de %1; desfazer as traz de volta</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Aplicar</translation>
    </message>
    <message>
        <source>Copy the kubectl command</source>
        <translation>Copiar o comando kubectl</translation>
    </message>
    <message>
        <source>Copy the file difference</source>
        <translation>Copiar a diferença dos arquivos</translation>
    </message>
    <message>
        <source>Copy the whole plan</source>
        <translation>Copiar o plano inteiro</translation>
    </message>
    <message>
        <source>Type %1 to confirm</source>
        <translation>Digite %1 para confirmar</translation>
    </message>
    <message>
        <source>Production: type the environment&apos;s name first.</source>
        <translation>Produção: digite primeiro o nome do ambiente.</translation>
    </message>
</context>
<context>
    <name>sluice::views::PlanObjectsView</name>
    <message>
        <source>Objects of the plan</source>
        <translation>Objetos do plano</translation>
    </message>
</context>
<context>
    <name>sluice::views::PlanObjectsWords</name>
    <message>
        <source>%1, refused</source>
        <translation>%1, recusado</translation>
    </message>
    <message>
        <source>%1, owned by %2</source>
        <translation>%1, pertence a %2</translation>
    </message>
    <message>
        <source>%1 would stay, held by %2</source>
        <translation>%1 ficaria, mantido por %2</translation>
    </message>
    <message>
        <source>Server: %1</source>
        <translation>Servidor: %1</translation>
    </message>
    <message>
        <source>created</source>
        <translation>criado</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s)</source>
        <translation>
            <numerusform>%n mudança</numerusform>
            <numerusform>%n mudanças</numerusform>
        </translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>sem mudança</translation>
    </message>
    <message>
        <source>Object and field</source>
        <translation>Objeto e campo</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Agora</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Depois</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
</context>
<context>
    <name>sluice::views::PlanProgress</name>
    <message>
        <source>Conditions</source>
        <translation>Condições</translation>
    </message>
    <message>
        <source>Copy URL</source>
        <translation>Copiar URL</translation>
    </message>
    <message>
        <source>Show logs</source>
        <translation>Mostrar logs</translation>
    </message>
    <message>
        <source>%1 of %2 objects</source>
        <translation>%1 de %2 objetos</translation>
    </message>
    <message>
        <source>Save the files</source>
        <translation>Salvar os arquivos</translation>
    </message>
    <message>
        <source>Check that nothing changed</source>
        <translation>Verificar que nada mudou</translation>
    </message>
    <message>
        <source>Send the objects</source>
        <translation>Enviar os objetos</translation>
    </message>
    <message>
        <source>Wait until ready</source>
        <translation>Esperar até estar pronto</translation>
    </message>
    <message>
        <source>The apply did not finish</source>
        <translation>A aplicação não terminou</translation>
    </message>
    <message>
        <source>%1 of %2 objects were sent and stay.</source>
        <translation>%1 de %2 objetos foram enviados e ficam.</translation>
    </message>
    <message>
        <source>Plan again</source>
        <translation>Refazer o plano</translation>
    </message>
    <message>
        <source>Applied and ready</source>
        <translation>Aplicado e pronto</translation>
    </message>
    <message>
        <source>%1 is ready and serves</source>
        <translation>%1 está pronta e atende</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>Abrir %1</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Andamento</translation>
    </message>
</context>
<context>
    <name>sluice::views::PlanReview</name>
    <message>
        <source>Files</source>
        <translation>Arquivos</translation>
    </message>
    <message>
        <source>Objects</source>
        <translation>Objetos</translation>
    </message>
    <message>
        <source>What changes</source>
        <translation>O que muda</translation>
    </message>
    <message>
        <source>Difference in the files</source>
        <translation>Diferença nos arquivos</translation>
    </message>
    <message>
        <source>Copy command</source>
        <translation>Copiar comando</translation>
    </message>
    <message>
        <source>The same with kubectl</source>
        <translation>O mesmo com kubectl</translation>
    </message>
    <message>
        <source>The cluster changed since the last plan, so it was made again. Read it once more.</source>
        <translation>O cluster mudou desde o último plano, por isso ele foi refeito. Leia-o mais uma vez.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>The server warns: %1</source>
        <translation>O servidor avisa: %1</translation>
    </message>
    <message>
        <source>Files (%1)</source>
        <translation>Arquivos (%1)</translation>
    </message>
    <message>
        <source>Objects (%1)</source>
        <translation>Objetos (%1)</translation>
    </message>
    <message>
        <source>Checks and decisions</source>
        <translation>Verificações e decisões</translation>
    </message>
</context>
<context>
    <name>sluice::views::Popover</name>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
</context>
<context>
    <name>sluice::views::ProductionBand</name>
    <message>
        <source>Production · %1</source>
        <translation>Produção · %1</translation>
    </message>
    <message>
        <source>Production · %1 on %2</source>
        <translation>Produção · %1 em %2</translation>
    </message>
</context>
<context>
    <name>sluice::views::ProgressSteps</name>
    <message>
        <source>Progress</source>
        <translation>Andamento</translation>
    </message>
    <message>
        <source>to come</source>
        <translation>a seguir</translation>
    </message>
    <message>
        <source>Step %1: %2, %3. %4</source>
        <translation>Etapa %1: %2, %3. %4</translation>
    </message>
</context>
<context>
    <name>sluice::views::Rail</name>
    <message>
        <source>Settings</source>
        <translation>Configurações</translation>
    </message>
    <message>
        <source>Collapse</source>
        <translation>Recolher</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Páginas</translation>
    </message>
    <message>
        <source>Expand</source>
        <translation>Expandir</translation>
    </message>
</context>
<context>
    <name>sluice::views::RailItem</name>
    <message numerus="yes">
        <source>%1, %n problem(s)</source>
        <translation>
            <numerusform>%1, %n problema</numerusform>
            <numerusform>%1, %n problemas</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sluice::views::SearchButton</name>
    <message>
        <source>Search or run…</source>
        <translation>Buscar ou executar…</translation>
    </message>
    <message>
        <source>Search or run</source>
        <translation>Buscar ou executar</translation>
    </message>
</context>
<context>
    <name>sluice::views::SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Configurações</translation>
    </message>
    <message>
        <source>Sections</source>
        <translation>Seções</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Aparência</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>Atalhos</translation>
    </message>
    <message>
        <source>Paths</source>
        <translation>Caminhos</translation>
    </message>
    <message>
        <source>Credential plugins</source>
        <translation>Plugins de credenciais</translation>
    </message>
    <message>
        <source>Production</source>
        <translation>Produção</translation>
    </message>
</context>
<context>
    <name>sluice::views::SkeletonView</name>
    <message>
        <source>Loading</source>
        <translation>Carregando</translation>
    </message>
</context>
<context>
    <name>sluice::views::SplitBar</name>
    <message>
        <source>%1 %2 %</source>
        <comment>revision and percent</comment>
        <translation>%1 %2 %</translation>
    </message>
    <message>
        <source>Traffic split</source>
        <translation>Divisão do tráfego</translation>
    </message>
</context>
<context>
    <name>sluice::views::StartActions</name>
    <message>
        <source>Open a folder</source>
        <translation>Abrir uma pasta</translation>
    </message>
</context>
<context>
    <name>sluice::views::StartPage</name>
    <message>
        <source>Recent</source>
        <translation>Recentes</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Início</translation>
    </message>
    <message>
        <source>Try it now</source>
        <translation>Experimente agora</translation>
    </message>
    <message>
        <source>Start the built-in cluster with a sample project. Nothing leaves this machine.</source>
        <translation>Inicia o cluster embutido com um projeto de exemplo. Nada sai desta máquina.</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Open a folder…</source>
        <translation>Abrir uma pasta…</translation>
    </message>
    <message>
        <source>Any folder with Knative manifests or kustomizations</source>
        <translation>Qualquer pasta com manifestos do Knative ou kustomizations</translation>
    </message>
    <message>
        <source>New project…</source>
        <translation>Novo projeto…</translation>
    </message>
    <message>
        <source>A Service with dev, staging and prod, ready to apply</source>
        <translation>Um Service com dev, staging e prod, pronto para aplicar</translation>
    </message>
    <message>
        <source>Connect to a cluster…</source>
        <translation>Conectar a um cluster…</translation>
    </message>
    <message>
        <source>With a context of your kubeconfig</source>
        <translation>Com um contexto do seu kubeconfig</translation>
    </message>
    <message>
        <source>Knative environments, traffic and events, on your cluster or without one.</source>
        <translation>Ambientes, tráfego e eventos do Knative, no seu cluster ou sem nenhum.</translation>
    </message>
    <message>
        <source>Recent projects</source>
        <translation>Projetos recentes</translation>
    </message>
    <message>
        <source>No account, no telemetry.</source>
        <translation>Sem conta, sem telemetria.</translation>
    </message>
    <message>
        <source>The kubeconfig cannot be read: %1</source>
        <translation>Não é possível ler o kubeconfig: %1</translation>
    </message>
    <message>
        <source>No kubeconfig found yet; its path is in the settings</source>
        <translation>Nenhum kubeconfig encontrado ainda; o caminho está nas configurações</translation>
    </message>
    <message numerus="yes">
        <source>%n context(s) found in your kubeconfig</source>
        <translation>
            <numerusform>%n contexto encontrado no seu kubeconfig</numerusform>
            <numerusform>%n contextos encontrados no seu kubeconfig</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose folder…</source>
        <translation>Escolher pasta…</translation>
    </message>
</context>
<context>
    <name>sluice::views::StatusStrip</name>
    <message>
        <source>Status</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Parar</translation>
    </message>
    <message>
        <source>Who the cluster says you are</source>
        <translation>Quem o cluster diz que você é</translation>
    </message>
    <message>
        <source>No problems</source>
        <translation>Nenhum problema</translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation>
            <numerusform>%n problema</numerusform>
            <numerusform>%n problemas</numerusform>
        </translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>Atividade</translation>
    </message>
    <message>
        <source>Activity: %1 · %2</source>
        <translation>Atividade: %1 · %2</translation>
    </message>
    <message>
        <source>%1 · %2 of %3</source>
        <translation>%1 · %2 de %3</translation>
    </message>
    <message numerus="yes">
        <source>%1 (and %n more)</source>
        <translation>
            <numerusform>%1 (e mais %n)</numerusform>
            <numerusform>%1 (e mais %n)</numerusform>
        </translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Problemas</translation>
    </message>
    <message>
        <source>%1 times · %2</source>
        <translation>%1 vezes · %2</translation>
    </message>
    <message>
        <source>Nothing needs you. Errors and warnings of files and clusters stand here until they are solved.</source>
        <translation>Nada precisa de você. Erros e avisos de arquivos e clusters ficam aqui até serem resolvidos.</translation>
    </message>
    <message>
        <source>Nothing was done yet. What is applied, saved or rolled back is written down here.</source>
        <translation>Nada foi feito ainda. O que é aplicado, salvo ou revertido é anotado aqui.</translation>
    </message>
</context>
<context>
    <name>sluice::views::TopBar</name>
    <message>
        <source>cluster</source>
        <translation>cluster</translation>
    </message>
    <message>
        <source>namespace</source>
        <translation>namespace</translation>
    </message>
    <message>
        <source>Project and cluster</source>
        <translation>Projeto e cluster</translation>
    </message>
    <message>
        <source>none</source>
        <translation>nenhum</translation>
    </message>
    <message>
        <source>Environment %1</source>
        <translation>Ambiente %1</translation>
    </message>
    <message>
        <source>%1 (certificate not checked)</source>
        <translation>%1 (certificado não verificado)</translation>
    </message>
    <message>
        <source>The cluster inside this program</source>
        <translation>O cluster dentro deste programa</translation>
    </message>
    <message>
        <source>%1 · production</source>
        <translation>%1 · produção</translation>
    </message>
</context>
<context>
    <name>sluice::views::UnsavedDialog</name>
    <message>
        <source>Close with unsaved work?</source>
        <translation>Fechar com trabalho não salvo?</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) are not saved</source>
        <translation>
            <numerusform>%n mudança não está salva</numerusform>
            <numerusform>%n mudanças não estão salvas</numerusform>
        </translation>
    </message>
    <message>
        <source>They are kept as a draft and come back when this project is opened again on this machine.</source>
        <translation>Elas ficam guardadas como rascunho e voltam quando este projeto for aberto de novo nesta máquina.</translation>
    </message>
    <message>
        <source>Unsaved work</source>
        <translation>Trabalho não salvo</translation>
    </message>
    <message>
        <source>Keep editing</source>
        <translation>Continuar editando</translation>
    </message>
    <message>
        <source>Close and keep the draft</source>
        <translation>Fechar e manter o rascunho</translation>
    </message>
</context>
<context>
    <name>sluice::views::WaitingCard</name>
    <message>
        <source>Waiting for you</source>
        <translation>Esperando por você</translation>
    </message>
    <message numerus="yes">
        <source>Apply or discard %n change(s) of %1</source>
        <translation>
            <numerusform>Aplicar ou descartar %n mudança de %1</numerusform>
            <numerusform>Aplicar ou descartar %n mudanças de %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) of %1 differ from the files</source>
        <translation>
            <numerusform>%n valor de %1 difere dos arquivos</numerusform>
            <numerusform>%n valores de %1 diferem dos arquivos</numerusform>
        </translation>
    </message>
    <message>
        <source>Deploy to %1 for the first time</source>
        <translation>Implantar em %1 pela primeira vez</translation>
    </message>
    <message>
        <source>Nothing. Files and clusters agree.</source>
        <translation>Nada. Arquivos e cluster coincidem.</translation>
    </message>
    <message>
        <source>Nothing known. Files are compared with clusters while they are connected.</source>
        <translation>Nada se sabe. Os arquivos são comparados com os clusters enquanto há conexão.</translation>
    </message>
</context>
<context>
    <name>sluice::views::YamlView</name>
    <message>
        <source>Source</source>
        <translation>Fonte</translation>
    </message>
</context>
</TS>
